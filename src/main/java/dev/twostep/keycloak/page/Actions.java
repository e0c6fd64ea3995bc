package dev.twostep.keycloak.page;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.apppassword.LegacyApplication;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.RequiredActionProviderModel;

/** The login pages on which factors are set up, changed and removed, as links. */
record Actions(Visit visit) {

  private static final Map<FactorKind, String> SET_UP =
      Map.of(
          FactorKind.SMS, "twostep-enrol-phone",
          FactorKind.EMAIL, "twostep-enrol-email",
          FactorKind.TOTP, "CONFIGURE_TOTP",
          FactorKind.PASSKEY, "webauthn-register",
          FactorKind.RECOVERY_CODES, "CONFIGURE_RECOVERY_AUTHN_CODES");

  /** Sets a new one up; a phone, an address or codes replace what there was. */
  Optional<String> setUp(FactorKind kind) {
    return Optional.ofNullable(SET_UP.get(kind)).flatMap(action -> link(action, ""));
  }

  /** Replaces that one, where the kind knows replacing. */
  Optional<String> replace(FactorRow row) {
    return switch (row.kind()) {
      case TOTP -> link("CONFIGURE_TOTP", ":renew-" + row.credential().getId());
      case PASSKEY -> Optional.empty();
      default -> setUp(row.kind());
    };
  }

  Optional<String> remove(FactorRow row) {
    return link("delete_credential", ":" + row.credential().getId());
  }

  Optional<String> turnOff() {
    return link("twostep-turn-off", "");
  }

  Optional<String> makeAppPassword() {
    return LegacyApplication.all(visit.realm()).isEmpty()
        ? Optional.empty()
        : link("twostep-app-password", "");
  }

  private Optional<String> link(String action, String parameter) {
    RequiredActionProviderModel known = visit.realm().getRequiredActionProviderByAlias(action);
    if (known == null || !known.isEnabled()) {
      return Optional.empty();
    }
    Map<String, String> extra = Map.of("kc_action", action + parameter);
    return Optional.of(
        LoginRedirect.address(visit.session(), visit.realm(), MeResource.PATH, extra).toString());
  }
}
