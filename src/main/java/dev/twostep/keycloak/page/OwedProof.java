package dev.twostep.keycloak.page;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.policy.Browser;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.Demand;
import dev.twostep.domain.policy.LoginFacts;
import dev.twostep.domain.policy.Moment;
import dev.twostep.domain.policy.Subject;
import dev.twostep.domain.policy.Trust;
import dev.twostep.domain.policy.TwoStepPolicy;
import dev.twostep.keycloak.credential.SessionProof;
import dev.twostep.keycloak.credential.UsableFactors;
import dev.twostep.keycloak.device.BrowserDevice;
import dev.twostep.keycloak.policy.KeycloakLayers;
import dev.twostep.keycloak.policy.Preferences;
import dev.twostep.keycloak.policy.UserChoices;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/** Whether a browser's session still owes the second step that a new login would ask for. */
final class OwedProof {

  private final KeycloakSession session;

  OwedProof(KeycloakSession session) {
    this.session = session;
  }

  /** A login afresh settles it: policy is asked here exactly as it will be there. */
  boolean isOwed(UserSessionModel browser, ClientModel client) {
    return SessionProof.in(browser).isEmpty() && decision(browser, client) instanceof Decision.Ask;
  }

  private Decision decision(UserSessionModel browser, ClientModel client) {
    RealmModel realm = browser.getRealm();
    Twostep twostep = Twostep.of(session);
    var user = browser.getUser();
    Subject subject =
        new Subject(
            UserChoices.of(user),
            new UsableFactors(session, realm, user).kinds(),
            twostep.graces().left(new Account(realm.getId(), user.getId())),
            Preferences.of(user));
    return TwoStepPolicy.decide(
        new LoginFacts(
            new KeycloakLayers(session, realm).rulebook(user, client), subject, moment(browser)));
  }

  /** A trusted device counts as it will in that login: else the login would never be enough. */
  private Moment moment(UserSessionModel browser) {
    Optional<Trust> trust =
        new BrowserDevice(session, browser.getRealm(), browser.getUser())
            .look()
            .flatMap(BrowserDevice::live)
            .map(device -> new Trust(device.made().at(), device.lock().exists()));
    return new Moment(
        Twostep.of(session).clock().instant(),
        Optional.empty(),
        false,
        Demand.NONE,
        new Browser(trust, false, false));
  }
}
