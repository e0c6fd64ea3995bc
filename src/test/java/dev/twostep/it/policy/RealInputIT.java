package dev.twostep.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import dev.twostep.fixture.server.KeycloakServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A realm of hundreds of users travels through Keycloak's own export, and every login is right. */
@WithKeycloak
class RealInputIT {

  private static final int LOGINS = 200;

  private static final int BROWSERS = 4;

  /** One user at one application, what must happen, and what did. */
  private record Login(String username, String client, Stage expected, Page page) {
    boolean isRight() {
      return Stage.of(page) == expected;
    }

    @Override
    public String toString() {
      return username + " at " + client + ": " + expected + ", not " + Stage.of(page);
    }
  }

  @Test
  @DisplayName("made by REST, exported, imported, set up: 200 random logins follow the policy")
  void followsPolicy(TestEnvironment environment, @TempDir Path folder) throws IOException {
    long seed = Long.getLong("twostep.seed", System.nanoTime());
    System.out.println("RealInputIT: repeat with -Dtwostep.seed=" + seed);
    Random random = new Random(seed);
    RealmApi realm = environment.newRealm("real-input");
    new LargeRealm(realm, random).fill();
    String exported = export(environment, realm.name(), folder);
    realm.delete("").orFail();
    environment.admin().importRealm(exported);
    realm.setUpTwostep();

    List<Login> logins = logins(environment, realm, Json.read(exported), random);

    assertThat(logins).as("seed " + seed).hasSize(LOGINS).allMatch(Login::isRight);
    assertThat(count(logins)).as("seed " + seed).containsKeys(Stage.IN, Stage.ASKED, Stage.ENROL);
  }

  /** The files of the export put together, as the admin REST takes a realm. */
  private static String export(TestEnvironment environment, String realm, Path folder)
      throws IOException {
    KeycloakServer.production("export", environment.database()).export(realm, folder);
    ObjectNode whole =
        (ObjectNode) Json.read(Files.readString(folder.resolve(realm + "-realm.json")));
    ArrayNode users = whole.putArray("users");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(name -> name.toString().contains("-users-")).toList()) {
        Json.read(Files.readString(file)).get("users").forEach(users::add);
      }
    }
    return whole.toString();
  }

  private static List<Login> logins(
      TestEnvironment environment, RealmApi realm, JsonNode exported, Random random) {
    RawPolicy policy = new RawPolicy(exported);
    List<JsonNode> users = new ArrayList<>();
    exported.get("users").forEach(users::add);
    assertThat(users).hasSize(LargeRealm.USERS);
    Collections.shuffle(users, random);
    ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS);
    try {
      List<CompletableFuture<Login>> running = new ArrayList<>();
      for (JsonNode user : users.subList(0, LOGINS)) {
        String client = LargeRealm.APPLICATIONS.get(random.nextInt(LargeRealm.APPLICATIONS.size()));
        Stage expected = policy.expected(user, client);
        String name = user.get("username").asText();
        running.add(
            CompletableFuture.supplyAsync(
                () -> login(environment, realm, new Login(name, client, expected, NONE)),
                browsers));
      }
      return running.stream().map(CompletableFuture::join).toList();
    } finally {
      browsers.shutdownNow();
    }
  }

  private static final Page NONE = new Page(0, java.net.URI.create("about:blank"), Map.of(), "");

  private static Login login(TestEnvironment environment, RealmApi realm, Login planned) {
    Page page =
        environment
            .newDriver()
            .login(realm.name(), planned.client(), planned.username(), NewUser.PASSWORD);
    return new Login(planned.username(), planned.client(), planned.expected(), page);
  }

  private static Map<Stage, Integer> count(List<Login> logins) {
    Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
    logins.forEach(login -> counts.merge(login.expected(), 1, Integer::sum));
    System.out.println("RealInputIT: " + counts);
    return counts;
  }
}
