package dev.twostep.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Choice;
import dev.twostep.domain.policy.Layer;
import dev.twostep.domain.policy.LoginFacts;
import dev.twostep.domain.policy.Moment;
import dev.twostep.domain.policy.Rulebook;
import dev.twostep.domain.policy.Scope;
import dev.twostep.domain.policy.ScopeKind;
import dev.twostep.domain.policy.ScopeLayer;
import dev.twostep.domain.policy.StateSetting;
import dev.twostep.domain.policy.Subject;
import dev.twostep.domain.policy.TwoStepPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionViewTest {

  @Test
  void namesTheRuleThatWonAndWhyTheOthersDidNot() throws Exception {
    Map<String, Object> json = decide(List.of(FactorKind.TOTP), "required");

    assertThat(new ObjectMapper().writeValueAsString(json))
        .isEqualTo(
            "{'decision':'ask','order':['totp'],'acts':true,'state':'on',"
                .concat("'requirement':'required','rule':'group',")
                .concat("'scope':{'kind':'group','id':'g1','name':'/staff'},")
                .concat("'terms':{'factors':['sms','totp','passkey','office','recovery-codes'],")
                .concat("'first':'sms','fallback':'sms','grace':{'skips':2}},")
                .concat(
                    "'timing':{'asks':['every-session'],'due':['every-session'],'offers':true},")
                .concat("'others':[{'kind':'realm','id':'r1','name':'acme',")
                .concat("'unmet':'less-specific',")
                .concat("'text':'a more specific scope sets a requirement'}],")
                .concat("'notes':[]}")
                .replace('\'', '"'));
  }

  @Test
  void eachKindHasItsParticulars() {
    assertThat(decide(List.of(), "required"))
        .containsEntry("decision", "enrol")
        .containsEntry("choices", List.of("sms", "totp"))
        .containsEntry("postponement", Map.of("skips", 2));
    assertThat(decide(List.of(), "optional"))
        .containsEntry("decision", "offer")
        .containsEntry("choices", List.of("sms", "totp"));
    assertThat(decide(List.of(), "off"))
        .containsEntry("decision", "not-asked")
        .containsEntry("reason", "off");
    assertThat(decide(List.of(), "wat"))
        .containsEntry("decision", "refused")
        .containsEntry("reason", "unreadable-policy");
  }

  private static Map<String, Object> decide(List<FactorKind> has, String requirement) {
    List<ScopeLayer> layers =
        List.of(
            layer(ScopeKind.REALM, "r1", "acme", Map.of(Layer.REQUIREMENT, "off")),
            layer(
                ScopeKind.GROUP,
                "g1",
                "/staff",
                Map.of(Layer.REQUIREMENT, requirement, Layer.GRACE_SKIPS, "2")));
    Rulebook rules = new Rulebook(StateSetting.parse("on"), layers, Optional.empty());
    Subject subject = new Subject(Choice.UNDECIDED, has, Optional.empty());
    Moment moment = Moment.fresh(Instant.parse("2026-11-22T12:00:00Z"));
    return DecisionView.of(TwoStepPolicy.decide(new LoginFacts(rules, subject, moment)));
  }

  private static ScopeLayer layer(
      ScopeKind kind, String id, String name, Map<String, String> attributes) {
    return new ScopeLayer(
        new Scope(kind, id, name), kind == ScopeKind.GROUP ? 1 : 0, Layer.parse(attributes));
  }
}
