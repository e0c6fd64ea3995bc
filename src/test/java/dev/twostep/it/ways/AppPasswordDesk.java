package dev.twostep.it.ways;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.mail.Mail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Somebody with an authenticator app who makes app passwords, and what is to be seen of them. */
record AppPasswordDesk(TestEnvironment environment, Visitor visitor, RealmApi realm, String user) {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** A public client that takes app passwords, with no scope but its own. */
  static void application(RealmApi realm, String clientId) {
    realm.createClient(
        Map.of(
            "clientId", clientId,
            "publicClient", true,
            "directAccessGrantsEnabled", true,
            "standardFlowEnabled", false,
            "fullScopeAllowed", false,
            "attributes", Map.of("twostep.app-passwords", "on")));
  }

  static String password(Page shown) {
    return shown.document().select("#twostep-password").text();
  }

  /** Makes one with the present code of the user's app, and goes on to the application. */
  Page make(String appName, String days) {
    Page asked = visitor.change("twostep-app-password", name());
    return finish(visitor.app(asked, name()), appName, days);
  }

  /** The same once more, while the earlier proof is still fresh. */
  Page makeNext(String appName, String days) {
    return finish(visitor.change("twostep-app-password", name()), appName, days);
  }

  private Page finish(Page form, String appName, String days) {
    Page shown = press(form, appName, days);
    if (password(shown).isEmpty()) {
      throw new AssertionError("no app password: " + shown.text());
    }
    return visitor.action(shown, "done");
  }

  Page press(Page form, String appName, String days) {
    String application = form.document().select("[name=application]").attr("value");
    return visitor.press(
        form,
        Map.of(
            "name", appName,
            "application", application,
            "days", days,
            "twostepAction", "create"));
  }

  String name() {
    return realm.user(user).path("username").asText();
  }

  JsonNode list() {
    return realm.get("twostep/users/" + user + "/app-passwords").orFail().json();
  }

  List<String> ids() {
    return texts("id");
  }

  List<String> names() {
    return texts("name");
  }

  List<String> states() {
    return texts("state");
  }

  private List<String> texts(String field) {
    return StreamSupport.stream(list().spliterator(), false)
        .map(one -> one.path(field).asText())
        .toList();
  }

  /** How many of this user's are remembered as taken back. */
  long revoked() {
    String count =
        "select count(*) as n from twostep_app_password"
            + " where user_id = ? and revoked_at is not null";
    return ((Number) environment.database().sql(count, user).get(0).get("n")).longValue();
  }

  void newPassword() {
    realm
        .put(
            "users/" + user + "/reset-password",
            Map.of("type", "password", "value", NewUser.PASSWORD, "temporary", false))
        .orFail();
  }

  /** What the latest mail to the user with those words says. */
  String mail(String words) {
    return Eventually.get(
        "mail: " + words,
        PATIENCE,
        () -> mails(words).stream().reduce((earlier, later) -> later).map(Mail::text));
  }

  List<Mail> mails(String words) {
    return environment.mail().mailsTo(name() + "@example.test").stream()
        .filter(mail -> Optional.ofNullable(mail.text()).orElse("").contains(words))
        .toList();
  }
}
