package dev.twostep.keycloak.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/** A realm's profile as Keycloak stores it: JSON of its own, or the server's default. */
final class InMemoryProfile implements UserProfileProvider {

  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  String stored = "";

  /** Keycloak's own default. */
  static UPConfig ofTheServer() {
    try (InputStream json =
        UserProfileProvider.class.getResourceAsStream(
            "config/keycloak-default-user-profile.json")) {
      return JSON.readValue(json, UPConfig.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public UPConfig getConfiguration() {
    try {
      return stored.isEmpty() ? ofTheServer() : JSON.readValue(stored, UPConfig.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void setConfiguration(UPConfig configuration) {
    try {
      stored = configuration == null ? "" : JSON.writeValueAsString(configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public UserProfile create(UserProfileContext context, UserModel user) {
    throw new UnsupportedOperationException();
  }

  @Override
  public UserProfile create(UserProfileContext context, Map<String, ?> attributes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public UserProfile create(UserProfileContext context, Map<String, ?> attributes, UserModel user) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
