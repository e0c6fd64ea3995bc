package dev.twostep.keycloak.apppassword;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.apppassword.AppPassword;
import dev.twostep.domain.apppassword.AppPasswordVerdict;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** The entrance for grants of tokens: says what an app password is worth, and ends its sessions. */
public final class AppPasswords {

  /** The note of a user session that came about by an app password: its credential's id. */
  public static final String NOTE = "twostep.app-password";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;
  private final AppPasswordShelf shelf;

  private AppPasswords(KeycloakSession session, RealmModel realm, UserModel user) {
    this.session = session;
    this.realm = realm;
    this.user = user;
    this.shelf = new AppPasswordShelf(session, realm, user);
  }

  public static AppPasswords of(KeycloakSession session, RealmModel realm, UserModel user) {
    return new AppPasswords(session, realm, user);
  }

  /**
   * Quick, for it compares keyed digests only. Writes down the use of a good one, and tells the
   * owner of the first use of a revoked one.
   */
  public Presented present(ClientModel client, String typed) {
    Optional<AppPassword> password = AppPassword.typed(typed);
    if (password.isEmpty()) {
      return new Presented.NotOne();
    }
    Twostep twostep = Twostep.of(session);
    if (!twostep.hasServerKey()) {
      return new Presented.Refused("unavailable");
    }
    Account account = new Account(realm.getId(), user.getId());
    AppPasswordVerdict verdict =
        twostep.checkAppPassword().check(account, password.get(), shelf.kept(), client.getId());
    return answer(client, verdict);
  }

  private Presented answer(ClientModel client, AppPasswordVerdict verdict) {
    AppPasswordUses uses = new AppPasswordUses(session, realm, user);
    if (verdict instanceof AppPasswordVerdict.Revoked revoked) {
      uses.ofRevoked(revoked.id());
    }
    if (!(verdict instanceof AppPasswordVerdict.Opened opened)) {
      return new Presented.Refused(verdict.word());
    }
    if (!LegacyApplication.accepts(realm, client)) {
      return new Presented.Refused(new AppPasswordVerdict.OtherApplication(opened.id()).word());
    }
    uses.of(opened.id());
    return new Presented.Opened(opened.id());
  }

  /**
   * Whether that one is still good for that application; whoever goes on with tokens that it
   * brought uses it.
   */
  public boolean lives(String credentialId, ClientModel client) {
    boolean lives =
        LegacyApplication.accepts(realm, client)
            && shelf
                .find(credentialId)
                .map(one -> one.verdict(client.getId(), Twostep.of(session).clock().instant()))
                .filter(AppPasswordVerdict.Opened.class::isInstance)
                .isPresent();
    if (lives) {
      new AppPasswordUses(session, realm, user).of(credentialId);
    }
    return lives;
  }

  /** Logs every session out that the app password of that id opened, offline ones as well. */
  public static void endSessions(
      KeycloakSession session, RealmModel realm, UserModel user, String credentialId) {
    List<UserSessionModel> opened =
        Stream.concat(
                session.sessions().getUserSessionsStream(realm, user),
                session.sessions().getOfflineUserSessionsStream(realm, user))
            .filter(one -> credentialId.equals(one.getNote(NOTE)))
            .toList();
    opened.forEach(
        one ->
            AuthenticationManager.backchannelLogout(
                session,
                realm,
                one,
                session.getContext().getUri(),
                session.getContext().getConnection(),
                session.getContext().getHttpRequest().getHttpHeaders(),
                true));
  }
}
