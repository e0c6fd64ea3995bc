package dev.twostep.keycloak.grant;

import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.LoginFacts;
import dev.twostep.domain.policy.Moment;
import dev.twostep.domain.policy.TwoStepPolicy;
import dev.twostep.keycloak.credential.AccountSubjects;
import dev.twostep.keycloak.policy.KeycloakLayers;
import dev.twostep.keycloak.wiring.Twostep;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What policy says of a user and an application where nothing kept by a browser may count. */
record FreshDecision(KeycloakSession session, RealmModel realm) {

  Decision of(UserModel user, ClientModel client) {
    Twostep twostep = Twostep.of(session);
    return TwoStepPolicy.decide(
        new LoginFacts(
            new KeycloakLayers(session, realm).rulebook(user, client),
            new AccountSubjects(realm, twostep.graces()).of(user),
            Moment.fresh(twostep.clock().instant())));
  }
}
