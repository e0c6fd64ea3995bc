package dev.twostep.keycloak.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * A phone or an e-mail address as a stored credential. The address is in the secret part, which no
 * REST endpoint returns; what the user and administrators can read holds only the masked form.
 */
public final class ContactCredential extends CredentialModel {

  public static final String PHONE = "twostep-phone";
  public static final String EMAIL = "twostep-email";

  private static final String ADDRESS = "address";
  private static final String MASKED = "masked";

  /** A proven contact, ready to be stored. */
  public static ContactCredential of(String type, String address, String masked, long createdAt) {
    ContactCredential credential = new ContactCredential();
    credential.setType(type);
    credential.setUserLabel(masked);
    credential.setCreatedDate(createdAt);
    credential.setCredentialData(json(Map.of(MASKED, masked)));
    credential.setSecretData(json(Map.of(ADDRESS, address)));
    return credential;
  }

  static ContactCredential of(CredentialModel stored) {
    ContactCredential credential = new ContactCredential();
    credential.setId(stored.getId());
    credential.setType(stored.getType());
    credential.setUserLabel(stored.getUserLabel());
    credential.setCreatedDate(stored.getCreatedDate());
    credential.setCredentialData(stored.getCredentialData());
    credential.setSecretData(stored.getSecretData());
    return credential;
  }

  /** The full address, for sending only. */
  static String addressIn(CredentialModel stored) {
    try {
      Object address = JsonSerialization.readValue(stored.getSecretData(), Map.class).get(ADDRESS);
      return address == null ? "" : address.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("a stored " + stored.getType() + " cannot be read", e);
    }
  }

  /** The address as its owner and administrators may see it. */
  public static String maskedIn(CredentialModel stored) {
    try {
      Object masked =
          JsonSerialization.readValue(stored.getCredentialData(), Map.class).get(MASKED);
      return masked == null ? "" : masked.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("a stored " + stored.getType() + " cannot be read", e);
    }
  }

  @Override
  public @Nullable String getUserLabel() {
    return super.getUserLabel();
  }

  private static String json(Map<String, String> values) {
    try {
      return JsonSerialization.writeValueAsString(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
