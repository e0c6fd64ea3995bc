package dev.twostep.keycloak.enrolment;

import dev.twostep.domain.enrolment.KeyUri;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Names the entry in an authenticator app after the user's organization, else after the realm. */
public final class AppIssuer {

  private AppIssuer() {}

  public static KeyUri.Entry entry(KeycloakSession session, RealmModel realm, UserModel user) {
    String issuer =
        organization(session, realm, user)
            .map(OrganizationModel::getName)
            .map(AppIssuer::plain)
            .filter(name -> !name.isEmpty())
            .orElseGet(() -> of(realm));
    return new KeyUri.Entry(issuer, user.getUsername());
  }

  /** The realm's own name. */
  public static String of(RealmModel realm) {
    return Optional.ofNullable(realm.getDisplayName())
        .map(AppIssuer::plain)
        .filter(name -> !name.isEmpty())
        .orElse(realm.getName());
  }

  /** The one that this login is about, or the only one that the user belongs to. */
  private static Optional<OrganizationModel> organization(
      KeycloakSession session, RealmModel realm, UserModel user) {
    if (!realm.isOrganizationsEnabled()) {
      return Optional.empty();
    }
    List<OrganizationModel> own =
        session
            .getProvider(OrganizationProvider.class)
            .getByMember(user)
            .filter(OrganizationModel::isEnabled)
            .toList();
    OrganizationModel current = session.getContext().getOrganization();
    return own.stream()
        .filter(one -> own.size() == 1 || (current != null && one.getId().equals(current.getId())))
        .findFirst();
  }

  /** Display names may hold markup. */
  private static String plain(String name) {
    return name.replaceAll("<[^>]*>", "").replaceAll("[<>\\p{Cntrl}]", "").strip();
  }
}
