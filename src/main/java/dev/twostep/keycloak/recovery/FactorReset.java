package dev.twostep.keycloak.recovery;

import dev.twostep.application.delivery.Letter;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.apppassword.AppPasswordRevoking;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.credential.DeviceShelf;
import dev.twostep.keycloak.notice.FactorNews;
import dev.twostep.keycloak.notice.Notices;
import dev.twostep.keycloak.office.OfficeTidy;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Takes second factors away from a user and tells them of each. Passwords, passwordless passkeys
 * and passes are no second factors; an office is not the user's to lose, and is left to those who
 * look after it.
 */
public final class FactorReset {

  /** One factor that went. */
  public record Removed(FactorKind kind, CredentialModel credential) {
    @Override
    public String toString() {
      return "Removed[" + kind.word() + " " + credential.getId() + "]";
    }
  }

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;
  private final AccountFactors factors;

  public FactorReset(KeycloakSession session, RealmModel realm, UserModel user) {
    this.session = session;
    this.realm = realm;
    this.user = user;
    this.factors = new AccountFactors(realm, user);
  }

  /** Removes every second factor that is to go, and in any case all app passwords. */
  public List<Removed> remove(Predicate<Removed> goes) {
    List<Removed> leaving =
        user.credentialManager()
            .getStoredCredentialsStream()
            .flatMap(one -> AccountFactors.kindOf(one).map(kind -> new Removed(kind, one)).stream())
            .filter(one -> one.kind() != FactorKind.PASS && one.kind().isPersonal())
            .filter(goes)
            .toList();
    // Read before they go: the owner of a lost number or mailbox is told there, too.
    List<FactorNews> news = leaving.stream().map(this::news).toList();
    new DeviceShelf(user).removeAll();
    leaving.forEach(
        one -> user.credentialManager().removeStoredCredentialById(one.credential().getId()));
    new OfficeTidy(session, realm).tidy(user);
    List<FactorKind> left = factors.kinds();
    news.forEach(one -> Notices.tell(session, user, leaving(one, left)));
    // Whoever has a lost phone has the app passwords that are typed into it.
    new AppPasswordRevoking(session, realm, user).revokeAll();
    return leaving;
  }

  private static FactorNews leaving(FactorNews news, List<FactorKind> left) {
    FactorNews.What what = FactorNews.removal(news.factor(), left);
    return new FactorNews(what, news.factor(), news.credential(), news.formerly());
  }

  private FactorNews news(Removed one) {
    List<Letter.Address> formerly =
        address(one.kind())
            .map(
                to ->
                    List.of(
                        new Letter.Address(
                            one.kind(), to, session.getContext().resolveLocale(user), host())))
            .orElseGet(List::of);
    return new FactorNews(FactorNews.What.REMOVED, one.kind(), one.credential().getId(), formerly);
  }

  private Optional<String> address(FactorKind kind) {
    return switch (kind) {
      case SMS -> factors.phone().map(phone -> phone.e164());
      case EMAIL -> factors.email().map(email -> email.address());
      case TOTP, OFFICE, PASSKEY, RECOVERY_CODES, PASS -> Optional.empty();
    };
  }

  private String host() {
    return session.getContext().getUri().getBaseUri().getHost();
  }
}
