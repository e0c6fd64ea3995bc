package dev.twostep.keycloak.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * That an account accepts the codes of an office, as a stored credential: a login knows it without
 * asking the database. Holds no secret; which office it is, only the office's own tables say.
 */
public final class OfficeCredential extends CredentialModel {

  /** Stored with customers' users. */
  public static final String TYPE = "twostep-office";

  private OfficeCredential() {}

  /**
   * One that is not stored yet.
   *
   * @param name of the office, as the account console shows it
   */
  public static OfficeCredential of(String name, Instant at) {
    OfficeCredential credential = new OfficeCredential();
    credential.setType(TYPE);
    credential.setUserLabel(name);
    credential.setCreatedDate(at.toEpochMilli());
    credential.setCredentialData(json(Map.of("attached", at.toString())));
    credential.setSecretData("{}");
    return credential;
  }

  static OfficeCredential of(CredentialModel stored) {
    OfficeCredential credential = new OfficeCredential();
    credential.setId(stored.getId());
    credential.setType(stored.getType());
    credential.setUserLabel(stored.getUserLabel());
    credential.setCreatedDate(stored.getCreatedDate());
    credential.setCredentialData(stored.getCredentialData());
    credential.setSecretData(stored.getSecretData());
    return credential;
  }

  private static String json(Map<String, String> values) {
    try {
      return JsonSerialization.writeValueAsString(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
