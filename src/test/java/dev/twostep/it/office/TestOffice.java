package dev.twostep.it.office;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One office as its administrator sees it, and the phones of its employees. */
final class TestOffice {

  /** A device whose employee has bound their app. */
  record Bound(String id, Totp app, String secret) {}

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final String id;

  private TestOffice(TestEnvironment environment, RealmApi realm, String id) {
    this.environment = environment;
    this.realm = realm;
    this.id = id;
  }

  static TestOffice create(
      TestEnvironment environment, RealmApi realm, String name, Map<String, ?> options) {
    Map<String, Object> body = new HashMap<>(options);
    body.put("name", name);
    JsonNode made = realm.post("twostep/offices", body).orFail().json();
    return new TestOffice(environment, realm, made.get("id").asText());
  }

  String id() {
    return id;
  }

  String path() {
    return "twostep/offices/" + id;
  }

  Reply get(String path) {
    return realm.get(path() + path);
  }

  Reply post(String path, Object body) {
    return realm.post(path() + path, body);
  }

  Reply put(String path, Object body) {
    return realm.put(path() + path, body);
  }

  Reply delete(String path) {
    return realm.delete(path() + path);
  }

  JsonNode look() {
    return get("").orFail().json();
  }

  JsonNode invite(String label) {
    return post("/devices", Map.of("label", label)).orFail().json();
  }

  /** What a list shows of a device. */
  JsonNode device(String device) {
    for (JsonNode one : get("/devices").orFail().json()) {
      if (one.path("id").asText().equals(device)) {
        return one;
      }
    }
    throw new AssertionError("no device " + device);
  }

  /** An employee invited and their app bound, by the pages. */
  Bound bind(String label) {
    return bind(invite(label));
  }

  Bound bind(JsonNode invitation) {
    LoginDriver browser = environment.newDriver();
    Page page = browser.get(invitation.get("link").asText());
    page = browser.submit(page, page.form("#twostep-form"), Map.of("twostepAction", "start"));
    String secret = page.document().selectFirst("#twostep-secret").text();
    Totp app = Totp.ofBase32(secret.replace(" ", ""));
    browser.submit(
        page, page.form("#twostep-form"), Map.of("twostepAction", "verify", "code", app.code()));
    return new Bound(invitation.get("id").asText(), app, secret);
  }

  /** Uploads a list and waits until it is followed. */
  JsonNode upload(String csv, boolean dryRun) {
    JsonNode taken =
        post("/accounts/import" + (dryRun ? "?dry-run=true" : ""), csv).orFail().json();
    String list = taken.get("id").asText();
    return Eventually.get(
        "the end of list " + list,
        Duration.ofMinutes(5),
        () ->
            Optional.of(get("/imports/" + list).orFail().json())
                .filter(one -> one.get("state").asText().matches("done|failed")));
  }
}
