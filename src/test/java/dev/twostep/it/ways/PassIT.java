package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A user who lost the phone logs in with a pass, and out of that comes a new factor. */
@WithKeycloak
class PassIT {

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final HelpDesk desk;

  PassIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
    this.desk = new HelpDesk(environment, realm);
  }

  @BeforeAll
  static void requireOfAll(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy(
        "realm",
        realm.name(),
        Map.of("requirement", "required", "factors", new String[] {"sms", "totp"}));
    Flows.passwordOnly(realm, "bare");
  }

  @Test
  @DisplayName("the pass opens set-up; then the lost factors, the pass and old sessions are gone")
  void replacesWhatWasLost() {
    String old = "+4915100700001";
    String id = realm.createUser(NewUser.named("lost").withPhone(old).withApp());
    Visitor before = visitor();
    JsonNode session = desk.tokens(before.app(before.login("lost"), "lost"));
    String pass = desk.pass(id);
    Visitor visitor = visitor();
    Page choose = visitor.action(visitor.login("lost"), "another");
    Page asked = visitor.press(choose, Map.of("twostepFactor", "pass"));
    Page enrol = visitor.code(asked, pass.toLowerCase(Locale.ROOT).replace("-", " "));

    assertThat(choose.text()).contains("Pass from your administrator");
    assertThat(Stage.of(asked)).isEqualTo(Stage.ASKED);
    assertThat(Stage.of(enrol)).as(enrol.text()).isEqualTo(Stage.ENROL);
    assertThat(noSession(visitor)).isTrue();
    assertThat(desk.factors(id)).containsExactly("otp", "twostep-pass", "twostep-phone");
    assertThat(desk.isAlive(session)).isTrue();

    String number = "+4915100700002";
    Page code = desk.number(visitor, enrol, number);
    Page in = visitor.code(code, desk.smsCode(number));
    assertThat(Stage.of(in)).as(in.text()).isEqualTo(Stage.IN);
    assertThat(desk.factors(id)).containsExactly("twostep-phone");
    assertThat(environment.gateway().codes(old)).isEmpty();
    assertThat(desk.isAlive(session)).isFalse();
    assertThat(desk.isAlive(desk.tokens(in))).isTrue();
    assertThat(
            realm
                .latestEvent(id, "REMOVE_CREDENTIAL")
                .path("details")
                .path("twostep_reason")
                .asText())
        .isEqualTo("pass");
  }

  @Test
  @DisplayName("a pass is asked before anything is set up: the password alone is not enough")
  void guardsSetUp() {
    String id = realm.createUser(NewUser.named("reset-then-pass").withApp());
    String pass = desk.pass(id);
    desk.reset(id).orFail();
    for (String client : List.of(TestEnvironment.CLIENT, "bare")) {
      Visitor visitor = visitor();
      Page asked = visitor.login(client, "reset-then-pass");
      assertThat(asked.text()).as(client).contains("Enter your pass");
      Page another = visitor.press(asked, Map.of("twostepFactor", "sms", "twostepAction", "send"));
      assertThat(Stage.of(another)).isEqualTo(Stage.ASKED);
    }
    Visitor visitor = visitor();
    Page enrol = visitor.code(visitor.login("bare", "reset-then-pass"), pass);
    assertThat(Stage.of(enrol)).as("behind a flow without us").isEqualTo(Stage.ENROL);
    Page code = desk.number(visitor, enrol, "+4915100700003");
    assertThat(Stage.of(visitor.code(code, desk.smsCode("+4915100700003")))).isEqualTo(Stage.IN);
    assertThat(desk.factors(id)).containsExactly("twostep-phone");
  }

  @Test
  @DisplayName("a pass works once: who abandoned the set-up needs another one")
  void worksOnce() {
    String id = realm.createUser(NewUser.named("once"));
    String pass = desk.pass(id);
    Visitor first = visitor();
    assertThat(Stage.of(first.code(first.login("once"), pass))).isEqualTo(Stage.ENROL);
    assertThat(noSession(first)).isTrue();
    Visitor second = visitor();
    Page again = second.code(second.login("once"), pass);

    assertThat(Stage.of(again)).isEqualTo(Stage.ASKED);
    assertThat(again.text()).contains("has been used already");
    assertThat(desk.wrongAnswers(id)).isZero();
    assertThat(Stage.of(second.code(again, desk.pass(id)))).isEqualTo(Stage.ENROL);
  }

  @Test
  @DisplayName("of two browsers at once, one gets to the set-up")
  void worksOnceInARace() {
    String id = realm.createUser(NewUser.named("race"));
    String pass = desk.pass(id);
    List<Visitor> visitors = List.of(visitor(), visitor(), visitor(), visitor());
    List<Page> asked = visitors.stream().map(visitor -> visitor.login("race")).toList();
    List<CompletableFuture<Page>> running =
        List.of(0, 1, 2, 3).stream()
            .map(n -> CompletableFuture.supplyAsync(() -> visitors.get(n).code(asked.get(n), pass)))
            .toList();

    assertThat(running.stream().map(CompletableFuture::join).map(Stage::of))
        .containsOnlyOnce(Stage.ENROL)
        .doesNotContain(Stage.IN);
  }

  @Test
  @DisplayName("after an hour a pass is over, and still the password alone sets nothing up")
  void isOverAfterAnHour() {
    String id = realm.createUser(NewUser.named("late"));
    String pass = desk.pass(id);
    desk.agePass(id, Duration.ofHours(1));
    Visitor visitor = visitor();
    Page over = visitor.code(visitor.login("late"), pass);

    assertThat(Stage.of(over)).isEqualTo(Stage.ASKED);
    assertThat(over.text()).contains("no longer valid");
    assertThat(desk.wrongAnswers(id)).isZero();
    desk.reset(id).orFail();
    assertThat(Stage.of(visitor().login("late"))).as("after a reset").isEqualTo(Stage.ENROL);
  }

  @Test
  @DisplayName("ten minutes after its use nothing can be set up, not even with a right code")
  void setUpIsOverAfterTenMinutes() {
    String id = realm.createUser(NewUser.named("slow").withApp());
    String pass = desk.pass(id);
    Visitor visitor = visitor();
    Page enrol =
        visitor.code(
            visitor.press(
                visitor.action(visitor.login("slow"), "another"), Map.of("twostepFactor", "pass")),
            pass);
    Page code = desk.number(visitor, enrol, "+4915100700004");
    desk.ageUse(id, Duration.ofMinutes(10));
    Page refused = visitor.code(code, desk.smsCode("+4915100700004"));

    assertThat(Stage.of(refused)).as(refused.text()).isEqualTo(Stage.REFUSED);
    assertThat(refused.text()).contains("ask your administrator for a new pass");
    assertThat(noSession(visitor)).isTrue();
    assertThat(desk.factors(id)).containsExactly("otp", "twostep-pass");
  }

  @Test
  @DisplayName("a pass that is taken back or replaced opens nothing, even in the middle of set-up")
  void takenBack() {
    String id = realm.createUser(NewUser.named("revoked").withApp());
    Visitor visitor = visitor();
    Page ways = visitor.action(visitor.login("revoked"), "another");
    assertThat(ways.has("[value=pass]")).isFalse();
    String first = desk.pass(id);
    String second = desk.pass(id);
    Visitor other = visitor();
    Page asked = choosePass(other, "revoked");
    Page wrong = other.code(asked, first);
    assertThat(wrong.text()).contains("not right");
    desk.endBackOff(id);
    Page enrol = other.code(wrong, second);
    assertThat(Stage.of(enrol)).isEqualTo(Stage.ENROL);
    realm.delete("twostep/users/" + id + "/pass").orFail();
    Page after = desk.number(other, enrol, "+4915100700005");

    assertThat(Stage.of(after)).isEqualTo(Stage.ASKED);
    assertThat(after.text()).contains("authenticator app");
    assertThat(desk.factors(id)).containsExactly("otp");
  }

  @Test
  @DisplayName("wrong passes are tries: counted, paused, and no pass is told from another")
  void wrongOnesCount() {
    String id = realm.createUser(NewUser.named("guesser"));
    String pass = desk.pass(id);
    Visitor visitor = visitor();
    Page asked = visitor.login("guesser");
    Page wrong = visitor.code(asked, "22222-22222");
    Page early = visitor.code(wrong, pass);
    Page empty = visitor.code(early, " - ");

    assertThat(wrong.text()).contains("not right");
    assertThat(early.text()).contains("too quick");
    assertThat(empty.text()).contains("Please enter the pass");
    assertThat(desk.wrongAnswers(id)).isEqualTo(1);
    desk.endBackOff(id);
    assertThat(Stage.of(visitor.code(empty, pass))).isEqualTo(Stage.ENROL);
  }

  private Page choosePass(Visitor visitor, String username) {
    Page ways = visitor.action(visitor.login(username), "another");
    return visitor.press(ways, Map.of("twostepFactor", "pass"));
  }

  private Visitor visitor() {
    return Visitor.to(environment, realm);
  }

  private static boolean noSession(Visitor visitor) {
    return visitor
        .open("app", Map.of("prompt", "none"))
        .error()
        .filter("login_required"::equals)
        .isPresent();
  }
}
