package dev.twostep.bench.inside;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/** The notes of a login in progress, each with its bytes in UTF-8, name and value. */
public final class SessionNotes {

  private final KeycloakSession session;

  SessionNotes(KeycloakSession session) {
    this.session = session;
  }

  /** A line for each: name, a blank, bytes. */
  @GET
  @Produces("text/plain")
  public String list() {
    RootAuthenticationSessionModel root =
        new AuthenticationSessionManager(session)
            .getCurrentRootAuthenticationSession(session.getContext().getRealm());
    if (root == null) {
      throw new IllegalStateException("no login is in progress");
    }
    return root.getAuthenticationSessions().values().stream()
        .flatMap(SessionNotes::notes)
        .map(note -> note.getKey() + " " + (bytes(note.getKey()) + bytes(note.getValue())))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** Keycloak's model names no authentication note that one does not know: its entity does. */
  private static Stream<Map.Entry<String, String>> notes(AuthenticationSessionModel login) {
    return Stream.of("getAuthNotes", "getClientNotes", "getUserSessionNotes")
        .flatMap(kind -> read(login, kind).entrySet().stream());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> read(AuthenticationSessionModel login, String kind) {
    try {
      Field field = login.getClass().getDeclaredField("updater");
      field.setAccessible(true);
      Object entity = call(field.getType(), field.get(login), "getEntity");
      Object notes = call(entity.getClass(), entity, kind);
      return notes == null ? Map.of() : (Map<String, String>) notes;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Keycloak keeps logins in another way", e);
    }
  }

  private static Object call(Class<?> type, Object target, String name)
      throws ReflectiveOperationException {
    Method method = type.getMethod(name);
    method.setAccessible(true);
    return method.invoke(target);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
