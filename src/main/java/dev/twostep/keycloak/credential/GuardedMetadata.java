package dev.twostep.keycloak.credential;

import dev.twostep.keycloak.credential.FactorRemoval.Objection;
import dev.twostep.keycloak.policy.TwostepRealms;
import jakarta.ws.rs.ForbiddenException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * What Keycloak asks before it removes a credential, by action or by account REST. The latter knows
 * neither elevation nor policy, so both are answered here.
 */
final class GuardedMetadata {

  private final KeycloakSession session;
  private final CredentialTypeMetadata original;

  private GuardedMetadata(KeycloakSession session, CredentialTypeMetadata original) {
    this.session = session;
    this.original = original;
  }

  static CredentialTypeMetadata of(
      KeycloakSession session,
      CredentialTypeMetadataContext context,
      CredentialTypeMetadata original) {
    UserModel user = context.getUser();
    boolean ours = TwostepRealms.isSetUp(session.getContext().getRealm());
    return user == null || !ours || !original.isRemoveable()
        ? original
        : new GuardedMetadata(session, original).forUser(user);
  }

  private CredentialTypeMetadata forUser(UserModel user) {
    List<CredentialModel> ofType =
        user.credentialManager().getStoredCredentialsByTypeStream(original.getType()).toList();
    FactorRemoval removal = new FactorRemoval(session, user);
    if (isRestRemoval()) {
      named(ofType).flatMap(removal::toRemoving).ifPresent(GuardedMetadata::refuse);
    }
    return ofType.size() == 1 && removal.isLast(ofType.get(0)) ? staying() : original;
  }

  private boolean isRestRemoval() {
    return "DELETE".equals(session.getContext().getHttpRequest().getHttpMethod());
  }

  /** The one that the address names; any, if it names the type only. */
  private Optional<CredentialModel> named(List<CredentialModel> ofType) {
    URI address = session.getContext().getUri().getRequestUri();
    return ofType.stream()
        .filter(credential -> address.getPath().endsWith("/" + credential.getId()))
        .findFirst()
        .or(() -> ofType.stream().findFirst());
  }

  private static void refuse(Objection objection) {
    throw new ForbiddenException(
        "Not removed: " + objection.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private CredentialTypeMetadata staying() {
    return copy().removeable(false).build(session);
  }

  private CredentialTypeMetadata.CredentialTypeMetadataBuilder copy() {
    return CredentialTypeMetadata.builder()
        .type(original.getType())
        .category(original.getCategory())
        .displayName(original.getDisplayName())
        .helpText(original.getHelpText())
        .iconCssClass(original.getIconCssClass())
        .createAction(text(original.getCreateAction()))
        .updateAction(text(original.getUpdateAction()));
  }

  @SuppressWarnings("NullAway") // Keycloak's builder takes null for "no such action".
  private static String text(@Nullable String action) {
    return action;
  }
}
