package dev.twostep.keycloak.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;
import org.keycloak.userprofile.config.UPConfigUtils;

class UserProfileStepTest {

  private final InMemoryRealm realm = InMemoryRealm.withDefaultFlows();
  private final InMemoryProfile profile = new InMemoryProfile();
  private final UserProfileStep step = new UserProfileStep(realm, profile);

  @Test
  void declaresWhatOnlyAnAdministratorMayEdit() {
    assertThat(step.isAbsent()).isTrue();
    assertThat(step.apply()).hasSize(PolicyProfile.attributes().size() + 1);

    UPConfig config = profile.getConfiguration();
    for (UPAttribute wanted : PolicyProfile.attributes()) {
      UPAttribute declared = config.getAttribute(wanted.getName());
      assertThat(declared.getPermissions().getEdit()).containsExactly("admin");
      assertThat(declared.getPermissions().getView().contains("user"))
          .isEqualTo(wanted.getName().equals("twostep.choice"));
      assertThat(UPConfigUtils.isValidAttributeName(wanted.getName())).isTrue();
    }
    assertThat(step.check()).isEmpty();
    assertThat(step.apply()).isEmpty();
  }

  @Test
  void touchesNothingElse() {
    UPConfig before = InMemoryProfile.ofTheServer();
    before.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ADMIN_EDIT);
    before.addOrReplaceAttribute(new UPAttribute("department"));
    profile.setConfiguration(before);

    step.apply();

    UPConfig after = profile.getConfiguration();
    assertThat(after.getAttributes())
        .startsWith(before.getAttributes().toArray(UPAttribute[]::new));
    assertThat(after.getUnmanagedAttributePolicy()).isEqualTo(UnmanagedAttributePolicy.ADMIN_EDIT);
    assertThat(after.getGroups()).containsAll(before.getGroups());
  }

  @Test
  void undoRestoresTheServersDefault() {
    step.apply();

    assertThat(step.undo()).hasSize(PolicyProfile.attributes().size() + 1);
    assertThat(profile.stored).isEmpty();
    assertThat(realm.attributes).isEmpty();
    assertThat(step.undo()).isEmpty();
  }

  @Test
  void undoRestoresAProfileToTheLetter() {
    realm.components.add(new ComponentModel());
    UPConfig before = profile.getConfiguration();
    before.addOrReplaceAttribute(new UPAttribute("department"));
    profile.setConfiguration(before);
    String json = profile.stored;
    step.apply();

    step.undo();

    assertThat(profile.stored).isEqualTo(json);
  }

  @Test
  void undoKeepsWhatWasAddedSince() {
    step.apply();
    UPConfig since = profile.getConfiguration();
    since.addOrReplaceAttribute(new UPAttribute("department"));
    profile.setConfiguration(since);

    step.undo();

    UPConfig expected = InMemoryProfile.ofTheServer();
    expected.addOrReplaceAttribute(new UPAttribute("department"));
    assertThat(profile.getConfiguration()).isEqualTo(expected);
  }

  @Test
  void mendsAnAttributeThatUsersCouldEditAndUndoRestoresIt() {
    realm.components.add(new ComponentModel());
    UPConfig before = profile.getConfiguration();
    UPAttribute open =
        new UPAttribute(
            "twostep.requirement", new UPAttributePermissions(bothInOrder(), bothInOrder()));
    open.setDisplayName("Mine");
    open.addValidation("length", Map.of("max", 20));
    before.addOrReplaceAttribute(open);
    before.addOrReplaceAttribute(new UPAttribute("last"));
    profile.setConfiguration(before);
    String json = profile.stored;

    assertThat(step.apply())
        .extracting(Change::detail)
        .contains("repaired \"twostep.requirement\"");

    UPAttribute mended = profile.getConfiguration().getAttribute("twostep.requirement");
    assertThat(mended.getPermissions().getEdit()).containsExactly("admin");
    assertThat(mended.getDisplayName()).isEqualTo("Mine");
    assertThat(mended.getValidations()).containsKeys("length", "options");
    assertThat(step.apply()).isEmpty();
    step.undo();
    assertThat(profile.stored).isEqualTo(json);
  }

  /** In the order of the stored JSON; Set.of would shuffle it anew in every run. */
  private static Set<String> bothInOrder() {
    return new TreeSet<>(Set.of("admin", "user"));
  }

  @Test
  void repairsWhatWasLoosenedSince() {
    step.apply();
    UPConfig loosened = profile.getConfiguration();
    loosened
        .getAttribute("twostep.choice")
        .setPermissions(new UPAttributePermissions(Set.of("user"), Set.of("user")));
    profile.setConfiguration(loosened);
    assertThat(step.check())
        .extracting(Finding::what)
        .first()
        .asString()
        .contains("twostep.choice");

    assertThat(step.apply()).hasSize(1);
    step.undo();
    assertThat(profile.stored).isEmpty();
  }

  @Test
  void keepsAGroupThatOthersUse() {
    step.apply();
    UPConfig since = profile.getConfiguration();
    UPAttribute guest = new UPAttribute("guest");
    guest.setGroup("twostep");
    since.addOrReplaceAttribute(guest);
    profile.setConfiguration(since);

    assertThat(step.undo()).extracting(Change::detail).last().asString().contains("left the group");
    assertThat(profile.getConfiguration().getAttribute("guest").getGroup()).isEqualTo("twostep");
  }

  @Test
  void warnsWhereUsersMayWriteAnything() {
    step.apply();
    UPConfig open = profile.getConfiguration();
    open.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ENABLED);
    profile.setConfiguration(open);

    assertThat(step.check()).extracting(Finding::level).isEqualTo(List.of(Finding.Level.WARNING));
  }
}
