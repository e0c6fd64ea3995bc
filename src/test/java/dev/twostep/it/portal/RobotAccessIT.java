package dev.twostep.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.picture.QrPicture;
import dev.twostep.it.grants.Agent;
import dev.twostep.it.portal.PortalRows.Portal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.utils.Base32;

/** Who gets no code. */
@WithKeycloak
class RobotAccessIT {

  private static final Map<String, ?> EVERYTHING =
      Map.of("portals", List.of("*"), "owners", List.of("*"));

  private static RealmApi realm;
  private static PortalRows rows;
  private static String anna;

  @BeforeAll
  static void realm(TestEnvironment environment, RealmApi own) {
    realm = own;
    realm.setUpTwostep();
    rows = new PortalRows(realm, environment.database());
    anna = realm.createUser("anna", "secret");
  }

  @Test
  @DisplayName("H22 Whatever is no fresh token of a robot's own account gets no code")
  @AbuseCase("H22")
  void tokens(TestEnvironment environment) throws InterruptedException {
    Portal portal = portal();
    RobotClient robot = RobotClient.of(environment, realm, "h22");
    String good = robot.token();
    assertThat(robot.lease(good, portal.id(), "good").status()).isEqualTo(200);

    String user =
        new Agent(environment.newDriver(), environment.url(), realm.name(), "app")
            .password("anna", "secret", Map.of())
            .text("access_token");
    RealmApi elsewhere = environment.newRealm("robots-elsewhere");
    elsewhere.setUpTwostep();
    String other = RobotClient.of(environment, elsewhere, "h22").token();
    String stranger = RobotClient.stranger(environment, realm, "h22-stranger").token();
    String narrowed = narrowed(environment);
    String brief = RobotClient.of(environment, realm, "h22-brief").id();
    realm.clientAttribute(brief, "access.token.lifespan", "1");
    String expired = new RobotClient(environment.url(), realm, "h22-brief", brief).token();
    Thread.sleep(2500);

    assertThat(robot.lease("", portal.id(), "none").status()).isEqualTo(401);
    assertThat(robot.lease("nonsense", portal.id(), "none").status()).isEqualTo(401);
    assertThat(robot.lease(unsigned(good), portal.id(), "none").status()).isEqualTo(401);
    assertThat(robot.lease(expired, portal.id(), "none").status()).isEqualTo(401);
    assertThat(robot.lease(other, portal.id(), "none").status()).isEqualTo(401);
    assertThat(robot.lease(user, portal.id(), "none").status()).isEqualTo(403);
    assertThat(robot.lease(stranger, portal.id(), "none").status()).isEqualTo(403);
    assertThat(error(robot.lease(narrowed, portal.id(), "none"))).isEqualTo("audience");
    assertThat(jobs(portal)).containsExactly("good");
  }

  @Test
  @DisplayName("A realm without Twostep has no portals, and one that asks for HTTPS none without")
  void closedRealms(TestEnvironment environment) {
    RealmApi own = environment.newRealm("robots-closed");
    RobotClient early = RobotClient.stranger(environment, own, "early");
    Reply absent = early.lease("any", "job");
    assertThat(absent.status()).isEqualTo(404);
    assertThat(absent.json().get("error").asText()).isEqualTo("not-set-up");
    own.setUpTwostep();
    RobotClient robot = RobotClient.of(environment, own, "collector");
    Portal portal =
        new PortalRows(own, environment.database()).active(own.createUser("ben", "secret"));
    String token = robot.token();
    own.update(Map.of("sslRequired", "all"));

    Reply open = robot.lease(token, portal.id(), "job");

    assertThat(open.status()).isEqualTo(403);
    assertThat(open.json().get("error").asText()).isEqualTo("https");
    own.update(Map.of("sslRequired", "none"));
    assertThat(robot.lease(token, portal.id(), "job").status()).isIn(200, 202);
  }

  @Test
  @DisplayName("Who is sent away leaves one event of the client, reason and minute, and a log line")
  void traces(TestEnvironment environment) {
    Portal portal = portal();
    RobotClient stranger = RobotClient.stranger(environment, realm, "trace-stranger");
    RobotClient robot = RobotClient.of(environment, realm, "trace-robot");
    for (int time = 0; time < 3; time++) {
      assertThat(stranger.lease(portal.id(), "job").status()).isEqualTo(403);
      assertThat(robot.lease("no-such-portal", "job").status()).isEqualTo(404);
      assertThat(robot.report(portal.id(), "none", Map.of("outcome", "refused")).status())
          .isEqualTo(404);
    }
    assertThat(robot.lease(portal.id(), "job").status()).isEqualTo(200);

    assertThat(refusals("trace-stranger")).containsExactly("no-robot");
    assertThat(refusals("trace-robot")).containsExactlyInAnyOrder("not-found", "no-lease");
    assertThat(environment.log())
        .contains("client " + stranger.id() + " of realm " + realm.name() + " got no code: 403");
  }

  private static Stream<String> refusals(String clientId) {
    return StreamSupport.stream(
            realm.get("events?max=200&client=" + clientId).orFail().json().spliterator(), false)
        .filter(event -> event.path("type").asText().equals("CLIENT_LOGIN_ERROR"))
        .map(event -> event.path("error").asText());
  }

  /** For another service only. */
  private static String narrowed(TestEnvironment environment) {
    RobotClient robot =
        RobotClient.made(
            environment.url(),
            realm,
            "h22-narrowed",
            Map.of(
                "defaultClientScopes",
                List.of("basic"),
                "protocolMappers",
                List.of(
                    Map.of(
                        "name",
                        "narrow",
                        "protocol",
                        "openid-connect",
                        "protocolMapper",
                        "oidc-audience-mapper",
                        "config",
                        Map.of(
                            "included.custom.audience", "invoices",
                            "access.token.claim", "true")))));
    return robot.giveRole().allow(EVERYTHING).token();
  }

  private static String unsigned(String token) {
    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    return header + "." + token.split("\\.", -1)[1] + ".";
  }

  @Test
  @DisplayName("H23 Another's portal is as if it did not exist, in words and in time")
  @AbuseCase("H23")
  void othersPortals(TestEnvironment environment) {
    String own = realm.createGroup("h23-own");
    String mine = realm.createUser("h23-mine", "secret");
    realm.joinGroup(mine, own);
    Portal foreign = portal();
    Portal allowed = rows.active(mine);
    rows.turnOn(allowed);
    RobotClient robot =
        RobotClient.stranger(environment, realm, "h23")
            .giveRole()
            .allow(
                Map.of(
                    "portals",
                    List.of("github"),
                    "owners",
                    List.of(Map.of("group", "/h23-own")),
                    "perMinute",
                    60_000));
    String token = robot.token();
    assertThat(robot.lease(token, allowed.id(), "job").status()).isEqualTo(200);
    String nothing = "00000000-0000-4000-8000-000000000000";
    Reply absent = robot.lease(token, nothing, "job");

    for (String id : List.of(foreign.id(), "*", foreign.id() + "," + allowed.id(), "%25")) {
      Reply reply = robot.lease(token, id, "job");
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.text()).isEqualTo(absent.text());
    }
    assertThat(robot.report(foreign.id(), "job", Map.of("outcome", "accepted")).text())
        .isEqualTo(absent.text());
    assertThat(robot.get("?owner=anna").text()).isEqualTo("[]");
    assertThat(robot.get("?owner=nobody").text()).isEqualTo("[]");
    assertThat(robot.get("?owner=h23-mine").text()).contains(allowed.id());
    assertThat(jobs(foreign)).isEmpty();
    List<Long> there = new ArrayList<>();
    List<Long> gone = new ArrayList<>();
    for (int round = 0; round < 80; round++) {
      there.add(nanos(() -> robot.lease(token, foreign.id(), "job")));
      gone.add(nanos(() -> robot.lease(token, nothing, "job")));
    }
    assertThat(median(there)).isCloseTo(median(gone), Offset.offset(3.0));
  }

  private static long nanos(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  /** In milliseconds. */
  private static double median(List<Long> nanos) {
    Collections.sort(nanos);
    return nanos.get(nanos.size() / 2) / 1e6;
  }

  @Test
  @DisplayName("H24 The key never comes out: not by a field, a header, a log, an event, an export")
  @AbuseCase("H24")
  void theKeyStaysHere(TestEnvironment environment) {
    Portal portal = portal();
    RobotClient robot = RobotClient.of(environment, realm, "h24");
    String token = robot.token();
    String lease = robot.path("/" + portal.id() + "/lease");
    String job = Json.write(Map.of("job", "h24"));
    List<String> seen = new ArrayList<>();
    for (String more : List.of("", "?fields=secret", "?expand=true", "?export=1")) {
      seen.add(realm.api().withToken(token, "POST", lease + more, job).text());
      seen.add(realm.api().withToken(token, "GET", lease + more, "").text());
    }
    seen.add(robot.get("?owner=anna&fields=secret").text());
    seen.add(robot.get("/" + portal.id() + "?fields=secret").text());
    seen.add(robot.report(portal.id(), "h24", Map.of("outcome", "accepted")).text());
    seen.add(realm.user(anna).toString());
    seen.add(realm.credentials(anna).toString());
    seen.add(realm.events().toString());
    seen.add(realm.adminEvents().toString());
    seen.add(realm.get("twostep/portals/robots").text());
    seen.add(
        realm
            .post("partial-export?exportClients=true&exportGroupsAndRoles=true", Map.of())
            .orFail()
            .text());
    seen.add(environment.log());
    seen.add(environment.database().dump());

    assertThat(seen).allSatisfy(text -> assertThat(text).doesNotContain(portal.base32()));
    assertThat(String.join("", seen.subList(0, seen.size() - 1)))
        .doesNotContain((String) rows.row(portal).get("secret"));
  }

  @Test
  @DisplayName("H24 A key that is typed or photographed is in no log, event, export or row")
  @AbuseCase("H24")
  void theTypedKeyStaysHere(TestEnvironment environment) {
    String typed = freshKey();
    String scanned = freshKey();
    String uri = "otpauth://totp/GitHub:h24?secret=" + scanned + "&issuer=GitHub";
    RealmApi own = environment.newRealm("robots-h24");
    own.setUpTwostep();
    own.policy("realm", own.name(), Map.of("requirement", "required"));
    own.createUser(NewUser.named("h24-owner").withApp());
    Owner owner = new Owner(environment.newDriver(), own, "h24-owner").logIn();
    String one = owner.add("H24 typed");
    String other = owner.add("H24 scanned");
    assertThat(owner.typed(one, "active", typed).has("#code")).isTrue();
    owner.post("/" + one, Map.of("do", "code", "code", "000000"));
    owner.post("/" + one, Map.of("do", "code", "code", Totp.ofBase32(typed).code()));
    assertThat(owner.state(one)).isEqualTo("active");
    assertThat(owner.picture(other, QrPicture.encoded(QrPicture.of(uri, 400), "png")).has("#code"))
        .isTrue();
    RobotClient robot = RobotClient.of(environment, own, "h24-typed");
    assertThat(robot.lease("no-such-portal", "h24").status()).isEqualTo(404);
    assertThat(robot.lease(one, "h24").status()).isIn(200, 202);

    List<String> seen = new ArrayList<>();
    seen.add(owner.open("").body());
    seen.add(owner.open("/" + other).body());
    seen.add(own.events().toString());
    seen.add(own.adminEvents().toString());
    seen.add(environment.log());
    seen.add(environment.database().dump());
    assertThat(environment.log()).contains("DEBUG [dev.twostep");
    assertThat(seen)
        .allSatisfy(
            text ->
                assertThat(text).doesNotContainIgnoringCase(typed, scanned).doesNotContain(uri));
  }

  private static String freshKey() {
    byte[] secret = new byte[20];
    new SecureRandom().nextBytes(secret);
    return Base32.encode(secret);
  }

  @Test
  @DisplayName("H26 A robot that asks too often hears when to come again; nobody else suffers")
  @AbuseCase("H26")
  void tooOften(TestEnvironment environment) {
    Portal portal = portal();
    RobotClient fast = RobotClient.of(environment, realm, "h26-fast");
    fast.allow(Map.of("portals", List.of("*"), "owners", List.of("*"), "perMinute", 60));
    RobotClient calm = RobotClient.of(environment, realm, "h26-calm");
    String token = fast.token();
    assertThat(fast.lease(token, portal.id(), "first").status()).isEqualTo(200);
    ExecutorService many = Executors.newFixedThreadPool(40);
    List<Reply> replies;
    try {
      List<CompletableFuture<Reply>> sent =
          IntStream.range(0, 1000)
              .mapToObj(
                  n ->
                      CompletableFuture.supplyAsync(
                          () -> fast.lease(token, portal.id(), "first"), many))
              .toList();
      assertThat(calm.lease(portal.id(), "calm").status()).isIn(200, 202);
      replies = sent.stream().map(CompletableFuture::join).toList();
    } finally {
      many.shutdownNow();
    }

    List<Reply> refused = replies.stream().filter(reply -> reply.status() == 429).toList();
    assertThat(refused).hasSizeGreaterThan(850);
    assertThat(refused)
        .allSatisfy(
            reply -> assertThat(reply.raw().headers().firstValue("Retry-After")).isPresent());
    assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(200, 429));
    assertThat(environment.newDriver().login(realm.name(), "app", "anna", "secret").status())
        .isLessThan(400);
  }

  @Test
  @DisplayName("H27 A robot that was stopped is refused within a second, whatever its token says")
  @AbuseCase("H27")
  void stopped(TestEnvironment environment) {
    Portal portal = portal();
    RobotClient robot = RobotClient.of(environment, realm, "h27");
    String token = robot.token();
    assertThat(robot.lease(token, portal.id(), "before").status()).isEqualTo(200);

    robot.takeRole();
    assertThat(error(robot.lease(token, portal.id(), "no-role"))).isEqualTo("no-robot");
    robot.giveRole();
    disable("users/" + robot.account(), true);
    assertThat(robot.lease(token, portal.id(), "disabled").status()).isEqualTo(401);
    disable("users/" + robot.account(), false);
    disable("clients/" + robot.id(), true);
    assertThat(robot.lease(token, portal.id(), "no-client").status()).isEqualTo(401);
    disable("clients/" + robot.id(), false);
    robot.allow(
        Map.of(
            "portals", List.of("*"), "owners", List.of("*"), "addresses", List.of("192.0.2.0/24")));
    assertThat(error(robot.lease(token, portal.id(), "address"))).isEqualTo("address");
    realm.delete("twostep/portals/robots/" + robot.id()).orFail();
    assertThat(robot.lease(token, portal.id(), "no-rules").status()).isEqualTo(404);
    robot.allow(EVERYTHING);
    realm.clientAttribute(robot.id(), "access.token.lifespan", "600");
    assertThat(error(robot.lease(portal.id(), "long-lived"))).isEqualTo("token-life");
    assertThat(jobs(portal)).containsExactly("before");
  }

  private static void disable(String path, boolean off) {
    JsonNode thing = realm.get(path).orFail().json();
    ((ObjectNode) thing).put("enabled", !off);
    realm.put(path, thing).orFail();
  }

  @Test
  @DisplayName("H28 A disabled owner's codes stop at once, on record; a removed one's are gone")
  @AbuseCase("H28")
  void owner(TestEnvironment environment) {
    String ben = realm.createUser("ben", "secret");
    Portal portal = rows.active(ben);
    rows.turnOn(portal);
    RobotClient robot = RobotClient.of(environment, realm, "h28");
    String token = robot.token();
    assertThat(robot.lease(token, portal.id(), "before").status()).isEqualTo(200);

    realm.updateUser(ben, Map.of("enabled", false));
    Reply refused = robot.lease(token, portal.id(), "after");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(error(refused)).isEqualTo("owner-disabled");
    assertThat(error(robot.lease(token, portal.id(), "before"))).isEqualTo("owner-disabled");
    assertThat(robot.get("?owner=ben").text()).isEqualTo("[]");
    assertThat(realm.latestEvent(ben, "CUSTOM_REQUIRED_ACTION_ERROR").path("error").asText())
        .isEqualTo("user_disabled");

    realm.delete("users/" + ben).orFail();
    assertThat(robot.lease(token, portal.id(), "gone").status()).isEqualTo(404);
    assertThat(environment.database().sql("select id from twostep_portal where user_id = ?", ben))
        .isEmpty();
  }

  @Test
  @DisplayName("Outside its hours a robot gets no code, but may still report one")
  void hours(TestEnvironment environment) {
    Portal portal = portal();
    RobotClient robot = RobotClient.of(environment, realm, "hours");
    robot.lease(portal.id(), "job").orFail();
    LocalTime now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
    robot.allow(
        Map.of(
            "portals",
            List.of("github"),
            "owners",
            List.of("*"),
            "hours",
            Map.of(
                "from", now.plusHours(2).toString(),
                "to", now.plusHours(3).toString(),
                "zone", "UTC")));

    assertThat(error(robot.lease(portal.id(), "job"))).isEqualTo("hours");
    assertThat(robot.report(portal.id(), "job", Map.of("outcome", "accepted")).status())
        .isEqualTo(200);
  }

  private static Portal portal() {
    Portal portal = rows.active(anna);
    rows.turnOn(portal);
    return portal;
  }

  private static String error(Reply reply) {
    return reply.json().path("error").asText();
  }

  private static Stream<Object> jobs(Portal portal) {
    return rows
        .database()
        .sql("select job from twostep_portal_lease where portal_id = ?", portal.id())
        .stream()
        .map(row -> row.get("job"));
  }
}
