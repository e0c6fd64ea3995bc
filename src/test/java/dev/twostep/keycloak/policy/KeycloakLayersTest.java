package dev.twostep.keycloak.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.policy.Choice;
import dev.twostep.domain.policy.Layer;
import dev.twostep.domain.policy.Requirement;
import dev.twostep.domain.policy.ScopeLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPAttributeSelector;
import org.keycloak.representations.userprofile.config.UPConfig;

class KeycloakLayersTest {

  @Test
  void parentsCountOnceAndAreNamedByTheirPath() {
    GroupModel staff = Models.group("staff", null, Map.of(Layer.REQUIREMENT, "required"));
    GroupModel silent = Models.group("hall", staff, Map.of());
    GroupModel lab = Models.group("lab", silent, Map.of(Layer.REQUIREMENT, "off"));
    UserModel user = Models.user(List.of(lab, staff, silent), Map.of());

    assertThat(new GroupLayers(user).layers())
        .extracting(one -> one.scope().name() + " " + one.depth())
        .containsExactly("/staff 1", "/staff/hall/lab 3");
  }

  @Test
  void sameLeafNamesAreDifferentGroups() {
    GroupModel a = Models.group("a", null, Map.of());
    GroupModel b = Models.group("b/c", null, Map.of());
    UserModel user =
        Models.user(
            List.of(
                Models.group("admins", a, Map.of(Layer.REQUIREMENT, "required")),
                Models.group("admins", b, Map.of(Layer.REQUIREMENT, "off"))),
            Map.of());

    assertThat(new GroupLayers(user).layers())
        .extracting(one -> one.scope().name())
        .containsExactly("/a/admins", "/b~/c/admins");
  }

  @Test
  void severalValuesAreAListOfFactorsAndUnreadableElsewhere() {
    GroupModel group =
        Models.group(
            "g", null, Map.of(Layer.FACTORS, "sms|totp", Layer.REQUIREMENT, "off|required"));

    Layer layer = LayerAttributes.of(group).layer();

    assertThat(layer.rules().factors().orElseThrow()).hasSize(2);
    assertThat(layer.unreadable())
        .extracting(Object::toString)
        .containsExactly("twostep.requirement=off,required is not off, optional or required");
  }

  @Test
  void replacingALayerLeavesNothingBehind() {
    UserModel user = Models.user(List.of(), Map.of(Layer.FIRST, "totp", "phone", "1"));
    LayerAttributes attributes = LayerAttributes.of(user);

    attributes.replace(Map.of(Layer.REQUIREMENT, "required"), "root");

    assertThat(attributes.values()).isEqualTo(Map.of(Layer.REQUIREMENT, "required"));
    assertThat(attributes.setBy()).contains("root");
    attributes.replace(Map.of(), "root");
    assertThat(attributes.layer()).isEqualTo(Layer.EMPTY);
    assertThat(attributes.setBy()).isEmpty();
    assertThat(user.getFirstAttribute("phone")).isEqualTo("1");
  }

  @Test
  void anAttributeIsSafeOnlyWhereTheProfileDeclaresItForAdministrators() {
    assertThat(ProfileGuard.openAttribute(new UPConfig())).contains(Layer.REQUIREMENT);
    assertThat(ProfileGuard.openAttribute(profile(Set.of("admin")))).isEmpty();
    assertThat(ProfileGuard.openAttribute(profile(Set.of("admin", "user"))))
        .contains(Layer.REQUIREMENT);
    UPConfig forOneScope = profile(Set.of("admin"));
    forOneScope.getAttribute(Layer.FIRST).setSelector(new UPAttributeSelector(Set.of("phone")));
    assertThat(ProfileGuard.openAttribute(forOneScope)).contains(Layer.FIRST);
  }

  @Test
  void aChoiceIsRememberedApartFromThePolicy() {
    UserModel user = Models.user(List.of(), Map.of());

    UserChoices.remember(user, Choice.NEVER);

    assertThat(UserChoices.of(user)).isEqualTo(Choice.NEVER);
    assertThat(LayerAttributes.of(user).layer()).isEqualTo(Layer.EMPTY);
    UserChoices.remember(user, Choice.UNDECIDED);
    assertThat(UserChoices.of(user)).isEqualTo(Choice.UNDECIDED);
  }

  @Test
  void fiftyGroupsAreFiftyLayers() {
    List<GroupModel> groups =
        IntStream.range(0, 50)
            .mapToObj(i -> Models.group("g" + i, null, Map.of(Layer.REQUIREMENT, "optional")))
            .toList();

    assertThat(new GroupLayers(Models.user(groups, Map.of())).layers())
        .hasSize(50)
        .extracting(ScopeLayer::layer)
        .allMatch(layer -> layer.requirement().orElseThrow() == Requirement.OPTIONAL);
  }

  private static UPConfig profile(Set<String> edit) {
    UPConfig profile = new UPConfig();
    profile.setAttributes(new ArrayList<>());
    for (String name : Layer.ATTRIBUTES) {
      profile.addOrReplaceAttribute(
          new UPAttribute(name, new UPAttributePermissions(Set.of("admin"), edit)));
    }
    return profile;
  }
}
