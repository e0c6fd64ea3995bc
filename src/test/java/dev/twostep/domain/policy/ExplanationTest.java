package dev.twostep.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A decision names, for each rule that did not win, the first condition that it did not meet. */
class ExplanationTest {

  @Test
  void everyLoserHasItsReason() {
    Explanation why =
        explain(
            "realm requirement=wat; org acme requirement=off; group 1 a first=totp;"
                + " group 2 b requirement=off; group 2 c requirement=required;"
                + " group 2 d requirement=required; app wiki requirement=off");

    assertThat(why.outcome()).isEqualTo(Requirement.REQUIRED);
    assertThat(why.rule()).isEqualTo("group");
    assertThat(why.ruling().losers())
        .extracting(loser -> loser.scope().name() + " " + loser.unmet().word())
        .containsExactly(
            "b less-strict",
            "d same-as-winner",
            "a sets-no-requirement",
            "acme less-specific",
            "realm unreadable",
            "wiki does-not-raise");
  }

  @Test
  void anApplicationThatRaisesBeatsTheNearestScope() {
    Explanation why = explain("group 1 a requirement=optional; app payroll requirement=required");

    assertThat(why.rule()).isEqualTo("client");
    assertThat(why.ruling().losers())
        .extracting(loser -> loser.unmet().word())
        .containsExactly("raised-by-application");
  }

  @Test
  void aValueThatUsersCanWriteIsNamed() {
    Layer layer = Layer.of(Requirement.OFF, FactorRules.NONE).raisingOnly("the profile is open");
    Scope user = new Scope(ScopeKind.USER, "u1", "ada");
    Rulebook rules =
        new Rulebook(
            StateSetting.of(PolicyState.ON),
            List.of(new ScopeLayer(user, 0, layer)),
            Optional.empty());
    LoginFacts bare = CaseFacts.of("", "");
    Decision decision = TwoStepPolicy.decide(new LoginFacts(rules, bare.subject(), bare.moment()));

    Loser loser = decision.explanation().ruling().losers().get(0);
    assertThat(loser.unmet()).isEqualTo(Unmet.HONOURED);
    assertThat(loser.text()).isEqualTo("the profile is open");
    assertThat(decision.explanation().ruling().notes())
        .containsExactly("user ada: the profile is open");
  }

  @Test
  void aRefusalNamesScopeAndAttribute() {
    Decision decision =
        TwoStepPolicy.decide(CaseFacts.of("org acme requirement=requird fallback=fax", ""));

    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused ->
                assertThat(refused.detail())
                    .contains("organization acme")
                    .contains("twostep.requirement=requird")
                    .contains("twostep.fallback=fax"));
  }

  private static Explanation explain(String rules) {
    return TwoStepPolicy.decide(CaseFacts.of(rules, "has=sms")).explanation();
  }
}
