package dev.twostep.it.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.RealmApi;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The shared counts in Keycloak's embedded database, whose SQL is not PostgreSQL's. */
class SharedLimitsOnH2IT {

  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "twostep.requirement", "required",
          "twostep.factors", "sms",
          "twostep.sms.gateway", "pretend",
          "twostep.sms.prices", "sms * 0.25",
          "twostep.limit.per-prefix", "2");

  private static final Lab LAB = Lab.shared();

  @Test
  @DisplayName("counts, blocks, money, alerts and wrong answers are kept in H2 as well")
  void keepsCounts() {
    RealmApi realm = LAB.realm("h2", ATTRIBUTES);
    for (int n = 0; n < 3; n++) {
      String number = "+491520161000" + n;
      Texted.create(realm, LAB.browser(), "user-" + n, number).login().enter("no code");
    }

    assertThat(realm.get("twostep/blocks").orFail().json().get(0).path("reason").asText())
        .isEqualTo("prefix");
    assertThat(realm.get("twostep/spending").orFail().json().path("today").asText())
        .isEqualTo("0.50");
    assertThat(realm.get("twostep/alerts").orFail().json().get(0).path("code").asText())
        .isEqualTo("prefix-blocked");
  }
}
