package dev.twostep.keycloak.credential;

import dev.twostep.domain.pass.PassTerm;
import dev.twostep.domain.pass.SealedPass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * An issued pass and who issued it, kept as a credential of the user, and so in the user's cache.
 * There is no credential provider of that type: users see it nowhere and cannot remove it.
 */
public record StoredPass(SealedPass sealed, String by) {

  public static final String TYPE = "twostep-pass";

  private static final String ID = "id";
  private static final String SEAL = "seal";
  private static final String ISSUED = "issuedAt";
  private static final String EXPIRES = "expiresAt";
  private static final String BY = "by";

  CredentialModel credential() {
    PassTerm term = sealed.term();
    CredentialModel credential = new CredentialModel();
    credential.setType(TYPE);
    credential.setCreatedDate(term.issuedAt().toEpochMilli());
    credential.setSecretData(json(Map.of(ID, sealed.id(), SEAL, sealed.seal())));
    credential.setCredentialData(
        json(
            Map.of(
                ISSUED, term.issuedAt().toString(), EXPIRES, term.expiresAt().toString(), BY, by)));
    return credential;
  }

  static StoredPass of(CredentialModel credential) {
    Map<?, ?> secret = read(credential.getSecretData());
    Map<?, ?> open = read(credential.getCredentialData());
    PassTerm term = new PassTerm(instant(open, ISSUED), instant(open, EXPIRES));
    return new StoredPass(
        new SealedPass(text(secret, ID), text(secret, SEAL), term), text(open, BY));
  }

  private static Instant instant(Map<?, ?> from, String name) {
    return Instant.parse(text(from, name));
  }

  private static String text(Map<?, ?> from, String name) {
    Object value = from.get(name);
    return value == null ? "" : value.toString();
  }

  private static Map<?, ?> read(String json) {
    try {
      return JsonSerialization.readValue(json, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a stored pass cannot be read", e);
    }
  }

  private static String json(Map<String, String> values) {
    try {
      return JsonSerialization.writeValueAsString(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
