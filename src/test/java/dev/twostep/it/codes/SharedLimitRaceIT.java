package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Everybody at once, at counts that everybody shares. */
@WithKeycloak
class SharedLimitRaceIT {

  private static final int PEOPLE = 12;

  @Test
  @AbuseCase("A16")
  @DisplayName("A16 twelve people of one prefix at the same moment: five get a message, none fails")
  void racesForTheLastMessages(TestEnvironment environment) {
    Map<String, String> limits =
        Map.of(
            "twostep.limit.per-prefix", "5",
            "twostep.limit.per-ip", "1000/10m",
            "twostep.sms.prices", "sms * 0.10",
            "twostep.sms.budget", "9.00");
    Barred barred = Barred.in(environment, "limits-race", limits);
    List<Person> people =
        IntStream.range(10, 10 + PEOPLE)
            .mapToObj(n -> barred.person("race-" + n, "+49152017100" + n))
            .toList();
    List<Supplier<Page>> logins =
        people.stream().<Supplier<Page>>map(one -> () -> barred.site().login(one).page()).toList();

    List<Page> pages = Race.of(logins);

    assertThat(pages).allMatch(page -> page.has("input[name=code]"));
    assertThat(pages)
        .filteredOn(page -> page.text().contains(Barred.EMAIL_INSTEAD))
        .hasSize(PEOPLE - 5);
    assertThat(barred.realm().get("twostep/spending").orFail().json().path("today").asText())
        .isEqualTo("0.50");
  }
}
