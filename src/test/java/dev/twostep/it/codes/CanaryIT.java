package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.GatewayRequest;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last: nothing that the server sent out as a secret in the whole run is in its log. */
@WithKeycloak
@Order(Integer.MAX_VALUE)
class CanaryIT {

  private static final Pattern SIX_DIGITS = Pattern.compile("(?<![0-9A-Za-z.-])[0-9]{6}(?![0-9])");

  @Test
  @AbuseCase("A28")
  @DisplayName("A28 no code, no full number and no key of the whole run is in the server's log")
  void logHoldsNoSecret(TestEnvironment environment, RealmApi realm) {
    Site site = Site.of(environment, realm, "sms");
    Person ann = site.person("canary-ann");
    Login login = site.login(ann);
    String code = site.newestCode(ann);
    login.answer(Site.wrong(code));
    site.books().endBackOff(ann);
    assertThat(login.answer(code).code()).isPresent();

    String log = environment.log();
    assertThat(log).contains(realm.name());
    assertThat(numbersIn(log)).doesNotContainAnyElementsOf(codes(environment));
    for (GatewayRequest request : environment.gateway().requests()) {
      String number = request.field("to").replace("+", "");
      assertThat(log).doesNotContain(number).doesNotContain("0" + number.substring(2));
    }
    for (String option : TestEnvironment.serverOptions(0)) {
      if (option.contains("server-key")) {
        assertThat(log).doesNotContain(option.substring(option.indexOf('=') + 1));
      }
    }
  }

  private static Set<String> numbersIn(String log) {
    return SIX_DIGITS
        .matcher(log)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toSet());
  }

  private static Set<String> codes(TestEnvironment environment) {
    return environment.gateway().requests().stream()
        .map(request -> request.field("text"))
        .filter(text -> !text.contains("/twostep/news/"))
        .map(SmsGatewayDouble::codeIn)
        .collect(Collectors.toSet());
  }
}
