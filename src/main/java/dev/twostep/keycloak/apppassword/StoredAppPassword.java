package dev.twostep.keycloak.apppassword;

import dev.twostep.domain.apppassword.SealedAppPassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * An app password as a stored credential. Its owner and administrators can read for what it is
 * good; the seal is in the secret part, which no REST endpoint returns.
 */
public record StoredAppPassword(SealedAppPassword sealed, String name, Term term, Scope scope) {

  /** Stored with customers' users. */
  public static final String TYPE = "twostep-app-password";

  private static final String SEAL = "seal";
  private static final String CLIENTS = "clients";
  private static final String EXPIRES = "expiresAt";
  private static final String STAMP = "password";

  /** From when until when. */
  public record Term(Instant createdAt, Optional<Instant> expiresAt) {}

  /** For which clients, by their ids, and under which password. */
  public record Scope(List<String> clients, String stamp) {
    public Scope {
      clients = List.copyOf(clients);
    }
  }

  public String id() {
    return sealed.id();
  }

  CredentialModel credential() {
    CredentialModel credential = new CredentialModel();
    credential.setId(id());
    credential.setType(TYPE);
    credential.setUserLabel(name);
    credential.setCreatedDate(term.createdAt().toEpochMilli());
    Map<String, Object> open = new TreeMap<>();
    open.put(CLIENTS, scope.clients());
    open.put(STAMP, scope.stamp());
    term.expiresAt().ifPresent(at -> open.put(EXPIRES, at.toString()));
    credential.setCredentialData(json(open));
    credential.setSecretData(json(Map.of(SEAL, sealed.seal())));
    return credential;
  }

  static StoredAppPassword of(CredentialModel credential) {
    Map<?, ?> open = read(credential.getCredentialData());
    Map<?, ?> secret = read(credential.getSecretData());
    long created = Objects.requireNonNullElse(credential.getCreatedDate(), 0L);
    return new StoredAppPassword(
        new SealedAppPassword(credential.getId(), text(secret.get(SEAL))),
        text(credential.getUserLabel()),
        new Term(
            Instant.ofEpochMilli(created),
            Optional.ofNullable(open.get(EXPIRES)).map(at -> Instant.parse(at.toString()))),
        new Scope(
            open.get(CLIENTS) instanceof List<?> ids
                ? ids.stream().map(Object::toString).toList()
                : List.of(),
            text(open.get(STAMP))));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static Map<?, ?> read(@Nullable String json) {
    try {
      return json == null ? Map.of() : JsonSerialization.readValue(json, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a stored app password cannot be read", e);
    }
  }

  private static String json(Map<String, ?> values) {
    try {
      return JsonSerialization.writeValueAsString(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
