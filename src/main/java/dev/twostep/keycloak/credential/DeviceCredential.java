package dev.twostep.keycloak.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * A trusted device as a stored credential: what the user and administrators see of it, and take
 * back. Holds no secret; without it the trust is dead, on every node.
 */
public final class DeviceCredential extends CredentialModel {

  /** Stored with customers' users. */
  public static final String TYPE = "twostep-device";

  private static final String DEVICE = "device";
  private static final String CREATED = "created";

  private DeviceCredential() {}

  static DeviceCredential of(String device, String name, Instant created) {
    DeviceCredential credential = new DeviceCredential();
    credential.setType(TYPE);
    credential.setUserLabel(name);
    credential.setCreatedDate(created.toEpochMilli());
    credential.setCredentialData(json(Map.of(DEVICE, device, CREATED, created.toString())));
    credential.setSecretData("{}");
    return credential;
  }

  static DeviceCredential of(CredentialModel stored) {
    DeviceCredential credential = new DeviceCredential();
    credential.setId(stored.getId());
    credential.setType(stored.getType());
    credential.setUserLabel(stored.getUserLabel());
    credential.setCreatedDate(stored.getCreatedDate());
    credential.setCredentialData(stored.getCredentialData());
    credential.setSecretData(stored.getSecretData());
    return credential;
  }

  /** The id of the device that it stands for. */
  public static Optional<String> deviceIn(CredentialModel stored) {
    try {
      Object device =
          JsonSerialization.readValue(stored.getCredentialData(), Map.class).get(DEVICE);
      return Optional.ofNullable(device).map(Object::toString);
    } catch (IOException e) {
      throw new UncheckedIOException("a stored device cannot be read", e);
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
