package dev.twostep.it.policy;

import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Fills a realm as a company would: nested groups, organizations, exceptions, hundreds of users.
 */
final class LargeRealm {

  static final int USERS = 300;

  static final List<String> APPLICATIONS = List.of("app", "payroll", "kiosk");

  private static final List<Map<String, Object>> LAYERS =
      List.of(
          Map.of("requirement", "off"),
          Map.of("requirement", "optional"),
          Map.of("requirement", "required"),
          Map.of("requirement", "required", "factors", List.of("totp")),
          Map.of("factors", List.of("sms", "totp", "email")),
          Map.of("requirement", "required", "factors", List.of("passkey")),
          Map.of("requirement", "required", "grace", Map.of("skips", 2)),
          Map.of("requirement", "optional", "first", "totp"));

  private final RealmApi realm;

  private final Random random;

  private final List<String> groups = new ArrayList<>();

  private final List<String> organizations = new ArrayList<>();

  LargeRealm(RealmApi realm, Random random) {
    this.realm = realm;
    this.random = random;
  }

  void fill() {
    realm.update(Map.of("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)"));
    realm.allowUnmanagedAttributes();
    realm.policy("realm", realm.name(), Map.of("requirement", "optional"));
    realm.policy("client", realm.createClient("payroll"), Map.of("requirement", "required"));
    String kiosk = realm.createClient("kiosk");
    realm.policy("client", kiosk, Map.of("requirement", "off", "factors", List.of("sms", "totp")));
    for (int i = 0; i < 4; i++) {
      makeGroups("", "", "unit" + i, 1);
      organizations.add(realm.createOrganization("org" + i));
      realm.policy("organization", organizations.get(i), LAYERS.get(i));
    }
    List<Map<String, Object>> users = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      users.add(user(i));
    }
    List<String> ids =
        realm
            .post("partialImport", Map.of("ifResourceExists", "FAIL", "users", users))
            .orFail()
            .json()
            .get("results")
            .findValuesAsText("id");
    for (int i = 0; i < ids.size(); i += 5) {
      joinOrganizations(ids.get(i));
    }
  }

  private void makeGroups(String parentId, String above, String name, int depth) {
    String path = above + "/" + name;
    String id = parentId.isEmpty() ? realm.createGroup(name) : realm.createSubgroup(parentId, name);
    groups.add(path);
    if (random.nextInt(10) < 7) {
      realm.policy("group", id, LAYERS.get(random.nextInt(LAYERS.size())));
    }
    if (depth < 3) {
      makeGroups(id, path, name + "a", depth + 1);
      makeGroups(id, path, name + "b", depth + 1);
    }
  }

  private Map<String, Object> user(int number) {
    NewUser user = NewUser.named("user" + number).with("emailVerified", random.nextBoolean());
    if (random.nextInt(10) < 4) {
      user.withApp();
    }
    if (random.nextInt(10) < 4) {
      user.withPhone(String.format(Locale.ROOT, "+4915120%06d", number));
    }
    List<String> memberships = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String group = groups.get(random.nextInt(groups.size()));
      if (!memberships.contains(group)) {
        memberships.add(group);
      }
    }
    attributes(user);
    return user.with("groups", memberships).representation();
  }

  private void attributes(NewUser user) {
    List<String> requirements = List.of("off", "optional", "required", "maybe");
    if (random.nextInt(10) < 2) {
      user.attribute("twostep.requirement", requirements.get(random.nextInt(4)));
    }
    List<String> choices =
        List.of("on", "never", "later:2099-01-01", "later:2020-01-01", "nonsense");
    if (random.nextInt(10) < 4) {
      user.attribute("twostep.choice", choices.get(random.nextInt(choices.size())));
    }
  }

  /** One, and sometimes a second one. */
  private void joinOrganizations(String user) {
    int first = random.nextInt(organizations.size());
    realm.joinOrganization(user, organizations.get(first));
    if (random.nextInt(3) == 0) {
      realm.joinOrganization(user, organizations.get((first + 1) % organizations.size()));
    }
  }
}
