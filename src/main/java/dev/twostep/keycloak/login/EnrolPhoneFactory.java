package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

/** Registers the action that proves and stores the user's phone number. */
public final class EnrolPhoneFactory implements ActionFactory {

  /** Stored in customers' realms. */
  public static final String ID = "twostep-enrol-phone";

  private static final EnrolContact STATELESS = new EnrolContact(FactorKind.SMS);

  @Override
  public RequiredActionProvider create(KeycloakSession session) {
    return STATELESS;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayText() {
    return "Twostep: set up phone";
  }
}
