package dev.twostep.keycloak.credential;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.enrolment.Graces;
import dev.twostep.domain.policy.Subject;
import dev.twostep.keycloak.policy.Preferences;
import dev.twostep.keycloak.policy.Subjects;
import dev.twostep.keycloak.policy.UserChoices;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A user as policy sees them, for an administrator's question. */
public final class AccountSubjects implements Subjects {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Graces graces;

  public AccountSubjects(KeycloakSession session, RealmModel realm, Graces graces) {
    this.session = session;
    this.realm = realm;
    this.graces = graces;
  }

  @Override
  public Subject of(UserModel user) {
    return new Subject(
        UserChoices.of(user),
        new UsableFactors(session, realm, user).kinds(),
        graces.left(new Account(realm.getId(), user.getId())),
        Preferences.of(user));
  }
}
