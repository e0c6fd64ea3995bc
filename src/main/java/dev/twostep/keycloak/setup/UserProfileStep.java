package dev.twostep.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;
import org.keycloak.userprofile.UserProfileProvider;

/** Declares the policy attributes in the user profile, so that no user can edit them. */
final class UserProfileStep implements SetupStep {

  static final String MEMORY = "twostep.setup.profile";

  private final RealmModel realm;
  private final UserProfileProvider profiles;
  private final Memory<ProfileEdit.Remembered> memory;

  UserProfileStep(RealmModel realm, UserProfileProvider profiles) {
    this.realm = realm;
    this.profiles = profiles;
    this.memory = new Memory<>(realm, MEMORY, ProfileEdit.Remembered.class);
  }

  @Override
  public List<Change> apply() {
    ProfileEdit.Remembered before =
        memory.recall().orElseGet(() -> ProfileEdit.Remembered.nothing(hasOwnProfile()));
    ProfileEdit edit = ProfileEdit.declare(profiles.getConfiguration(), before);
    if (!edit.changes().isEmpty()) {
      profiles.setConfiguration(edit.config());
      memory.remember(edit.remembered());
    }
    return edit.changes();
  }

  @Override
  public List<Finding> check() {
    UPConfig config = profiles.getConfiguration();
    List<Finding> findings = new ArrayList<>();
    List<String> unsound = ProfileEdit.unsound(config);
    if (!unsound.isEmpty()) {
      findings.add(
          Finding.error(
              "The user profile does not protect " + String.join(", ", unsound) + ".",
              "Run setup: users could then no longer change what an administrator set."));
    }
    if (config.getUnmanagedAttributePolicy() == UnmanagedAttributePolicy.ENABLED) {
      findings.add(
          Finding.warning(
              "Users may write attributes that the user profile does not declare.",
              "Twostep's own are protected. Set \"Unmanaged attributes\" to \"Only administrators"
                  + " can write\" unless another application needs it."));
    }
    return findings;
  }

  @Override
  public List<Change> undo() {
    Optional<ProfileEdit.Remembered> before = memory.recall();
    if (before.isEmpty()) {
      return List.of();
    }
    ProfileEdit edit = ProfileEdit.undo(profiles.getConfiguration(), before.get());
    restore(edit.config(), before.get().ownProfile());
    memory.forget();
    return edit.changes();
  }

  /** A realm without a profile of its own follows the server's default, and shall do so again. */
  private void restore(UPConfig config, boolean ownProfile) {
    if (!ownProfile) {
      profiles.setConfiguration(null);
    }
    if (!profiles.getConfiguration().equals(config)) {
      profiles.setConfiguration(config);
    }
  }

  @Override
  public boolean isAbsent() {
    return ProfileEdit.unsound(profiles.getConfiguration()).size()
        == PolicyProfile.attributes().size();
  }

  private boolean hasOwnProfile() {
    return realm
        .getComponentsStream(realm.getId(), UserProfileProvider.class.getName())
        .findAny()
        .isPresent();
  }
}
