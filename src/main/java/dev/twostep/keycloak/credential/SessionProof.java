package dev.twostep.keycloak.credential;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Proof;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The note of a user session that says which factor was proven in it, by whom and when. */
public final class SessionProof {

  /** Stored in user sessions. */
  public static final String NOTE = "twostep.proof";

  /** Stored in user sessions: the user's credentials at the time of the proof. */
  public static final String PRINT = "twostep.print";

  private SessionProof() {}

  /** Whether the password or a factor has changed since this session's user proved one in it. */
  public static boolean isOutdated(UserSessionModel session) {
    String then = session.getNote(PRINT);
    return then != null && !then.equals(CredentialPrint.of(session.getUser()));
  }

  public static String text(FactorKind factor, Instant at, String user) {
    return factor.word() + "@" + at.getEpochSecond() + "@" + user;
  }

  /** Empty for a note about somebody else. */
  public static Optional<Proof> read(@Nullable String note, String user) {
    String[] parts = note == null ? new String[0] : note.split("@", 3);
    return parts.length == 3 && parts[2].equals(user)
        ? FactorKind.of(parts[0])
            .map(kind -> new Proof(kind, Instant.ofEpochSecond(Long.parseLong(parts[1]))))
        : Optional.empty();
  }

  /** The factor that this session's user proved in it, if one was. */
  public static Optional<Proof> in(@Nullable UserSessionModel session) {
    return session == null
        ? Optional.empty()
        : read(session.getNote(NOTE), session.getUser().getId());
  }

  /** What this request can show: the login under way first, then the session that it belongs to. */
  public static Optional<Proof> shownBy(KeycloakSession session, UserModel user) {
    AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
    Optional<Proof> ofLogin =
        login == null
            ? Optional.empty()
            : read(login.getUserSessionNotes().get(NOTE), user.getId());
    return ofLogin.or(
        () ->
            Stream.ofNullable(sessionOf(session, login))
                .filter(found -> user.equals(found.getUser()))
                .flatMap(found -> in(found).stream())
                .findFirst());
  }

  private static @Nullable UserSessionModel sessionOf(
      KeycloakSession session, @Nullable AuthenticationSessionModel login) {
    return login == null
        ? session.getContext().getUserSession()
        : session
            .sessions()
            .getUserSession(session.getContext().getRealm(), login.getParentSession().getId());
  }
}
