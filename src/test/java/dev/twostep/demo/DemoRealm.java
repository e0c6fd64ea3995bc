package dev.twostep.demo;

import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the demo's realm, by the same admin REST that an operator would use. */
final class DemoRealm {

  static final String NAME = "demo";
  static final String CLIENT = "demo";
  static final String CALENDAR = "calendar";
  static final String PASSWORD = "demo";

  private static final String APPLICATIONS = "twostep/applications/";
  private static final String APP_SECRET = "twostep-demo-secret!";

  private final AdminApi admin;
  private final List<String> problems = new ArrayList<>();
  private String enrolment = "";

  DemoRealm(AdminApi admin) {
    this.admin = admin;
  }

  /** The authenticator app of {@link DemoOrganization#WITH_APP}. */
  static Totp app() {
    return Totp.ofSecret(APP_SECRET.getBytes(StandardCharsets.UTF_8));
  }

  /** Makes everything; returns what did not work, in words for a reader. */
  List<String> create(Map<String, String> smtpServer, String redirectAddresses) {
    // The embedded database of the last run is kept for its speed, its realm is not.
    admin.delete(NAME);
    RealmApi realm = admin.createRealm(settings(smtpServer));
    String app = realm.createClient(app(redirectAddresses));
    String calendar =
        realm.createClient(Map.of("clientId", CALENDAR, "name", "Calendar", "publicClient", true));
    expect(realm.post("twostep/setup", Map.of()), "Two-step could not be set up");
    expect(
        realm.put(APPLICATIONS + app, Map.of("occasions", List.of("once-per-device"))),
        "Devices cannot be trusted");
    expect(
        realm.put(APPLICATIONS + calendar + "/preset", Map.of("preset", "legacy")),
        "The calendar takes no app passwords");
    Map<String, String> userIds = new HashMap<>();
    for (DemoOrganization organization : DemoOrganization.all()) {
      create(realm, organization, userIds);
    }
    Reply invited = new DemoOffice(realm, userIds).create();
    expect(invited, "There is no office");
    expect(new DemoRobot(realm).create(), "There is no robot for codes of portals");
    this.enrolment = invited.isGood() ? invited.json().path("link").asText() : "";
    return problems;
  }

  /** Where the first device of the demo's office is set up; empty if there is none. */
  String enrolment() {
    return enrolment;
  }

  private static Map<String, Object> app(String redirectAddresses) {
    return Map.of(
        "clientId",
        CLIENT,
        "name",
        "Phone & mailbox",
        "publicClient",
        true,
        "redirectUris",
        List.of(redirectAddresses),
        "attributes",
        Map.of("post.logout.redirect.uris", redirectAddresses));
  }

  private void create(RealmApi realm, DemoOrganization organization, Map<String, String> userIds) {
    String id =
        realm.createOrganization(
            Map.of(
                "name", organization.name(),
                "alias", organization.alias(),
                "domains", List.of(Map.of("name", organization.domain()))));
    for (String user : organization.users()) {
      String userId =
          userIds.computeIfAbsent(user, name -> realm.createUser(user(name, organization)));
      realm.joinOrganization(userId, id);
    }
    expect(
        realm.put("twostep/scopes/organization/" + id, organization.policy()),
        "The policy of " + organization.name() + " could not be set");
  }

  private static Map<String, Object> settings(Map<String, String> smtpServer) {
    Map<String, Object> realm = new LinkedHashMap<>();
    realm.put("realm", NAME);
    realm.put("enabled", true);
    realm.put("displayName", "Two-step demo");
    realm.put("organizationsEnabled", true);
    realm.put("eventsEnabled", true);
    realm.put("adminEventsEnabled", true);
    realm.put("internationalizationEnabled", true);
    realm.put("supportedLocales", List.of("en", "de", "nl"));
    realm.put("defaultLocale", "en");
    realm.put("smtpServer", smtpServer);
    realm.put("attributes", Map.of("twostep.sms.gateway", "pretend", "twostep.country", "DE"));
    return realm;
  }

  private static Map<String, Object> user(String name, DemoOrganization organization) {
    List<Map<String, String>> credentials = new ArrayList<>();
    credentials.add(Map.of("type", "password", "value", PASSWORD));
    if (name.equals(DemoOrganization.WITH_APP)) {
      credentials.add(appCredential());
    }
    return Map.of(
        "username",
        name,
        "enabled",
        true,
        "email",
        name + "@" + organization.domain(),
        "emailVerified",
        true,
        "firstName",
        name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
        "lastName",
        "Demo",
        "credentials",
        credentials);
  }

  private static Map<String, String> appCredential() {
    Map<String, Object> settings =
        Map.of("subType", "totp", "digits", 6, "period", 30, "algorithm", "HmacSHA1");
    return Map.of(
        "type",
        "otp",
        "userLabel",
        "Demo app",
        "secretData",
        Json.write(Map.of("value", APP_SECRET)),
        "credentialData",
        Json.write(settings));
  }

  private void expect(Reply reply, String problem) {
    if (!reply.isGood()) {
      String hint =
          reply.status() == 404
              ? " (the jar in providers/ does not offer it)"
              : ": " + reply.text();
      problems.add(problem + ": HTTP " + reply.status() + hint);
    }
  }
}
