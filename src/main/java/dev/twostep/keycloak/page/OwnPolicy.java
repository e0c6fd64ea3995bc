package dev.twostep.keycloak.page;

import dev.twostep.domain.policy.AskedFirst;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.LoginFacts;
import dev.twostep.domain.policy.Moment;
import dev.twostep.domain.policy.OwnSwitch;
import dev.twostep.domain.policy.Subject;
import dev.twostep.domain.policy.TwoStepPolicy;
import dev.twostep.keycloak.credential.UsableFactors;
import dev.twostep.keycloak.policy.KeycloakLayers;
import dev.twostep.keycloak.policy.Preferences;
import dev.twostep.keycloak.policy.UserChoices;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.Optional;

/** What policy says about the visitor's next login, apart from any application. */
record OwnPolicy(Subject subject, Decision decision) {

  static OwnPolicy of(Visit visit) {
    Subject subject =
        new Subject(
            UserChoices.of(visit.user()),
            new UsableFactors(visit.session(), visit.realm(), visit.user()).kinds(),
            Optional.empty(),
            Preferences.of(visit.user()));
    var rules = new KeycloakLayers(visit.session(), visit.realm()).rulebook(visit.user(), null);
    Moment now = Moment.fresh(Twostep.of(visit.session()).clock().instant());
    return new OwnPolicy(subject, TwoStepPolicy.decide(new LoginFacts(rules, subject, now)));
  }

  OwnSwitch state() {
    return OwnSwitch.of(decision);
  }

  AskedFirst asked() {
    return AskedFirst.of(subject, decision.explanation().terms());
  }
}
