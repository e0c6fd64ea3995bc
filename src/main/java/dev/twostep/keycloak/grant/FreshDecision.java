package dev.twostep.keycloak.grant;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.Grace;
import dev.twostep.domain.policy.LoginFacts;
import dev.twostep.domain.policy.Moment;
import dev.twostep.domain.policy.Rulebook;
import dev.twostep.domain.policy.Subject;
import dev.twostep.domain.policy.TwoStepPolicy;
import dev.twostep.keycloak.credential.UsableFactors;
import dev.twostep.keycloak.policy.KeycloakLayers;
import dev.twostep.keycloak.policy.Preferences;
import dev.twostep.keycloak.policy.UserChoices;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What policy says of a user and an application where nothing kept by a browser may count. */
record FreshDecision(KeycloakSession session, RealmModel realm) {

  Decision of(UserModel user, ClientModel client) {
    Rulebook rules = new KeycloakLayers(session, realm).rulebook(user, client);
    Optional<Grace> standing =
        Twostep.of(session).graces().left(new Account(realm.getId(), user.getId()));
    Moment now = Moment.fresh(Twostep.of(session).clock().instant());
    return new UsableFactors(session, realm, user)
        .decide(
            kinds ->
                TwoStepPolicy.decide(
                    new LoginFacts(
                        rules,
                        new Subject(UserChoices.of(user), kinds, standing, Preferences.of(user)),
                        now)));
  }
}
