package dev.twostep.keycloak.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {

  private final InMemoryRealm realm = InMemoryRealm.withDefaultFlows();

  @Test
  void namesEverythingThatIsMissing() {
    SettingsCheck check = new SettingsCheck(realm, "login.example.org", () -> false);

    assertThat(check.check())
        .extracting(Finding::what)
        .hasSize(5)
        .anyMatch(what -> what.contains("server key"))
        .anyMatch(what -> what.contains("SMS gateway"))
        .anyMatch(what -> what.contains("mail server"))
        .anyMatch(what -> what.contains("Brute force"))
        .anyMatch(what -> what.contains("Internationalization"));
  }

  @Test
  void isSilentWhenAllIsWell() {
    complete();

    assertThat(new SettingsCheck(realm, "a".repeat(40), () -> true).check()).isEmpty();
  }

  @Test
  void tellsThatALongHostNameCostsTheLastLine() {
    complete();

    assertThat(new SettingsCheck(realm, "a".repeat(41), () -> true).check())
        .singleElement()
        .extracting(Finding::hint)
        .asString()
        .contains("last line");
  }

  @Test
  void tellsOfRoutesThatCannotBeRead() {
    complete();
    realm.setAttribute("twostep.sms.routes", "man 80 +49");

    assertThat(new SettingsCheck(realm, "a", () -> true).check())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what()).contains("twostep.sms.routes");
              assertThat(finding.hint()).contains("line 1: no gateway is called man");
            });

    realm.setAttribute("twostep.sms.routes", "sms 80 +49");
    assertThat(new SettingsCheck(realm, "a", () -> true).check()).isEmpty();
  }

  private void complete() {
    realm.setAttribute("twostep.sms.gateway", "http");
    realm.smtp = Map.of("host", "mail.example.org");
    realm.bruteForceProtected = true;
    realm.internationalized = true;
  }
}
