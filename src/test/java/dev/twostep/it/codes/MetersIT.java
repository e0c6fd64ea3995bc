package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.ReceiptSender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What Prometheus gets, and what the dashboard asks it for. */
@WithKeycloak
class MetersIT {

  private static final Pattern NAME = Pattern.compile("\\btwostep_[a-z_]+");

  /** Named by the dashboard, and there only once something went wrong. */
  private static final Set<String> ONLY_IN_TROUBLE =
      Set.of(
          "twostep_gateway_open",
          "twostep_letters_waiting",
          "twostep_barred_total",
          "twostep_alerts_total");

  @Test
  @DisplayName("Every metric of the dashboard is there after some logins; no label names a person")
  void dashboardAsksForWhatIsThere(TestEnvironment environment, RealmApi realm) {
    Site site = Site.of(environment, realm, "sms");
    realm.attributes(ReceiptSender.settings());
    ReceiptSender service =
        new ReceiptSender(environment.url(), realm.name(), environment.database());
    Person ann = site.person("meters-ann");
    Person bob = site.person("meters-bob");
    Login login = site.login(ann);
    site.login(bob);
    String code = site.newestCode(ann);
    site.newestCode(bob);
    service.send("sms", service.latestTry(ann.id()), "status=DELIVRD");
    service.send("sms", service.latestTry(bob.id()), "status=UNDELIV");
    assertThat(login.answer(code).code()).isPresent();

    Set<String> asked = names(dashboard());
    assertThat(asked).hasSizeGreaterThan(6);
    asked.removeAll(ONLY_IN_TROUBLE);
    Eventually.holds(
        "the metrics " + asked,
        Site.PATIENCE,
        () -> names(ofRealm(environment, "")).containsAll(asked));
    Eventually.holds(
        "the used message to be counted",
        Site.PATIENCE,
        () -> ofRealm(environment, realm.name()).contains("twostep_messages_used_total"));

    String ours = ofRealm(environment, realm.name());
    assertThat(ours)
        .containsPattern("twostep_messages_total\\{[^}]*outcome=\"accepted\"[^}]*\\} 2")
        .containsPattern("twostep_messages_delivered_total\\{[^}]*\\} 1")
        .containsPattern("twostep_messages_undelivered_total\\{[^}]*\\} 1")
        .containsPattern("twostep_messages_used_total\\{[^}]*\\} 1")
        .doesNotContain(ann.phone().substring(3, 9))
        .doesNotContain(ann.id());
  }

  private static Set<String> names(String text) {
    Set<String> names = new TreeSet<>();
    NAME.matcher(text).results().forEach(found -> names.add(found.group()));
    return names;
  }

  /** The samples of one realm; those of all for an empty name. */
  private static String ofRealm(TestEnvironment environment, String realm) {
    String label = realm.isEmpty() ? "" : "realm=\"" + realm + "\"";
    return scrape(environment)
        .lines()
        .filter(line -> line.startsWith("twostep_") && line.contains(label))
        .reduce("", (all, line) -> all + line + "\n");
  }

  static String scrape(TestEnvironment environment) {
    HttpRequest request =
        HttpRequest.newBuilder(environment.management().resolve("/metrics")).build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String dashboard() {
    Path file = Path.of(System.getProperty("twostep.project"), "docs/grafana/twostep.json");
    try {
      StringBuilder asked = new StringBuilder();
      Json.read(Files.readString(file))
          .findValuesAsText("expr")
          .forEach(expr -> asked.append(expr).append('\n'));
      return asked.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
