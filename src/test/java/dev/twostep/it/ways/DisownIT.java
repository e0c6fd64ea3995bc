package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** "This wasn't me": what the link of a notice leads to, and what its buttons do. */
@WithKeycloak
class DisownIT {

  private static News news;

  @BeforeAll
  static void setUp(TestEnvironment environment, RealmApi realm) {
    news = News.in(environment, realm);
  }

  /** Somebody with an app, in a session that has just added a phone. */
  private record Owner(Visitor visitor, String user, String link) {

    static Owner named(String name, String number) {
      String user = news.required(NewUser.named(name).withApp(), "sms,totp");
      Visitor visitor = Visitor.to(news.environment(), news.realm());
      assertThat(Stage.of(visitor.app(visitor.login(name), name))).isEqualTo(Stage.IN);
      Page asks = visitor.open(TestEnvironment.CLIENT, Map.of("kc_action", "twostep-enrol-phone"));
      news.bindPhone(visitor, asks, number);
      return new Owner(visitor, user, News.linkIn(news.mail(name).text()));
    }

    Page open() {
      return visitor.browser().get(link);
    }

    List<String> suspended() {
      JsonNode attribute = news.realm().user(user).at("/attributes/twostep.suspended");
      return attribute.isMissingNode() ? List.of() : List.of(attribute.get(0).asText());
    }
  }

  @Test
  @AbuseCase({"C27", "J13"})
  @DisplayName("C27: 'it wasn't me' suspends the new factor, ends other sessions, raises an event")
  void suspends(TestEnvironment environment, RealmApi realm) {
    Owner owner = Owner.named("victim", "+4915100280001");
    Visitor thief = Visitor.to(environment, realm);
    Page asked = thief.login("victim");
    Page app = thief.press(thief.action(asked, "another"), Map.of("twostepFactor", "totp"));
    assertThat(Stage.of(thief.nextApp(app, "victim"))).isEqualTo(Stage.IN);
    String phone = news.credential(owner.user(), "twostep-phone");

    Page done = owner.visitor().action(owner.open(), "not-mine");

    assertThat(done.text()).contains("no longer accepted", "logged out everywhere but here");
    assertThat(done.has("#twostep-password")).isTrue();
    assertThat(owner.suspended()).containsExactly(phone);
    assertThat(thief.open(TestEnvironment.CLIENT, Map.of("prompt", "none")).error())
        .hasValue("login_required");
    assertThat(owner.visitor().open(TestEnvironment.CLIENT).isCallback()).isTrue();
    JsonNode event = realm.latestEvent(owner.user(), "UPDATE_CREDENTIAL_ERROR");
    assertThat(event.at("/details/twostep_reason").asText()).isEqualTo("not-me");
    assertThat(event.at("/details/credential_id").asText()).isEqualTo(phone);
    assertThat(environment.log()).contains("a change of their factors was not theirs");
    Page next = Visitor.to(environment, realm).login("victim");
    assertThat(next.text()).contains("authenticator app").doesNotContain("•••• 01");
    assertThat(next.has("[value=another]")).as("no other way is left").isFalse();
    assertLifted(environment, realm, owner, phone);
  }

  private static void assertLifted(
      TestEnvironment environment, RealmApi realm, Owner owner, String phone) {
    String suspensions = "twostep/users/" + owner.user() + "/suspensions";
    assertThat(realm.get(suspensions).orFail().json().at("/0/credential").asText())
        .isEqualTo(phone);
    assertThat(realm.delete(suspensions + "/" + phone).status()).isEqualTo(204);
    assertThat(realm.delete(suspensions + "/" + phone).status()).isEqualTo(404);
    assertThat(owner.suspended()).isEmpty();
    assertThat(realm.adminEvents().at("/0/resourcePath").asText()).endsWith(phone);
    assertThat(Visitor.to(environment, realm).login("victim").has("[value=another]")).isTrue();
  }

  @Test
  @DisplayName("a second 'it wasn't me' does nothing more; 'it was me' changes nothing at all")
  void answersOnce(RealmApi realm) {
    Owner owner = Owner.named("twice", "+4915100280002");
    Page page = owner.open();
    Page mine = owner.visitor().action(page, "mine");
    assertThat(mine.text()).contains("Thank you");
    assertThat(owner.suspended()).isEmpty();

    owner.visitor().action(page, "not-mine");
    owner.visitor().action(page, "not-mine");

    long events = 0;
    for (JsonNode event : realm.eventsOf(owner.user())) {
      events += event.path("type").asText().equals("UPDATE_CREDENTIAL_ERROR") ? 1 : 0;
    }
    assertThat(events).isEqualTo(1);
    assertThat(owner.suspended()).hasSize(1);
  }

  @Test
  @AbuseCase("J13")
  @DisplayName("J13: the link does nothing by itself, and leads a stranger to the login")
  void linkLeadsToLogin(TestEnvironment environment, RealmApi realm) {
    Owner owner = Owner.named("linked", "+4915100280003");
    Page stranger = Visitor.to(environment, realm).browser().get(owner.link());
    assertThat(stranger.has("input[name=username]")).as(stranger.text()).isTrue();

    owner.open();
    Page forged =
        owner
            .visitor()
            .browser()
            .post(
                java.net.URI.create(owner.link()),
                Map.of("twostepAction", "not-mine", "stateChecker", "guessed"));

    assertThat(forged.status()).isEqualTo(400);
    assertThat(owner.suspended()).isEmpty();
  }

  @Test
  @AbuseCase("J13")
  @DisplayName("J13: another user's news, and unknown ones, are not found")
  void othersNewsAreNotFound(TestEnvironment environment, RealmApi realm) {
    Owner owner = Owner.named("owner", "+4915100280004");
    realm.createUser(NewUser.named("curious"));
    Visitor curious = Visitor.to(environment, realm);
    curious.login("curious");

    Page foreign = curious.browser().get(owner.link());
    Page unknown =
        curious.browser().get(owner.link().replaceFirst("[0-9a-f]{32}$", "0".repeat(32)));

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.text()).contains("There is nothing here for you").doesNotContain("•••• 04");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.text()).isEqualTo(foreign.text());
  }

  @Test
  @AbuseCase("J13")
  @DisplayName("J13: a session with nothing but a password proves a factor before it sees the page")
  void asksForFactor(TestEnvironment environment, RealmApi realm) {
    Owner owner = Owner.named("elevated", "+4915100280005");
    realm.policy("user", owner.user(), Map.of("requirement", "off"));
    Visitor weak = Visitor.to(environment, realm);
    assertThat(Stage.of(weak.login("elevated"))).isEqualTo(Stage.IN);
    realm.policy(
        "user", owner.user(), Map.of("requirement", "required", "factors", List.of("totp")));

    Page login = weak.browser().get(owner.link());
    Page asked = weak.browser().submit(login, Map.of("password", NewUser.PASSWORD));

    assertThat(Stage.of(asked)).as(asked.text()).isEqualTo(Stage.ASKED);
    Page shown = weak.nextApp(asked, "elevated");
    assertThat(shown.has("#twostep-not-mine")).as(shown.text()).isTrue();
  }
}
