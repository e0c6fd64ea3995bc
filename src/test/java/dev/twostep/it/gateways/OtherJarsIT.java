package dev.twostep.it.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.server.KeycloakServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Our jar beside those of others: they may use it, and it takes nothing from them. */
class OtherJarsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Lab LAB = Lab.shared();

  @Test
  @DisplayName("A login gets its code through a gateway that came in another jar")
  void thirdParty() {
    RealmApi realm = LAB.realm("folded", "paper-plane", Map.of("url", LAB.service().url()));

    Texted ann = Texted.create(realm, LAB.browser(), "folded-ann").login();
    String text = LAB.service().awaitSms(ann.phone(), PATIENCE);

    assertThat(ann.enter(SmsGatewayDouble.codeIn(text))).isTrue();
    assertThat(realm.get("twostep/gateways").orFail().json().get("kinds").toString())
        .contains("paper-plane");
    assertThat(
            realm
                .put(
                    "twostep/gateways/other",
                    Map.of(
                        "kind",
                        "paper-plane",
                        "settings",
                        Map.of("url", "https://elsewhere.example.org")))
                .text())
        .contains("settings.url", "the operator allows");
  }

  @Test
  @DisplayName("With our jar the server's StAX, Jackson, slf4j and codecs are those without it")
  void hostsLibrariesAreUntouched() {
    try (KeycloakServer bare =
        KeycloakServer.development("without-twostep")
            .shortLived()
            .jar(Optional.empty())
            .alsoJar(Providers.probe())
            .start()) {
      List<String> without = told(bare.log());

      assertThat(without)
          .hasSizeGreaterThan(8)
          .anyMatch(line -> line.contains("stax in "))
          .anyMatch(line -> line.contains("jackson databind ") && line.contains("2.21"));
      assertThat(told(LAB.log())).isEqualTo(without);
    }
  }

  private static List<String> told(String log) {
    return log.lines()
        .filter(line -> line.contains("probe: "))
        .map(line -> line.substring(line.indexOf("probe: ")))
        .distinct()
        .toList();
  }
}
