package dev.twostep.it.grants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import dev.twostep.it.grants.Agent.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What ends an app password, and what guessing at one does. */
@WithKeycloak
class AppPasswordEndIT {

  private static final String OTHER = TestEnvironment.CLIENT;

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final Calendar calendar;

  AppPasswordEndIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
    this.calendar = new Calendar(environment, realm);
  }

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    realm.update(
        Map.of("bruteForceProtected", true, "failureFactor", 5, "quickLoginCheckMilliSeconds", 0));
    Calendar.in(realm);
  }

  @Test
  @AbuseCase("E04")
  @DisplayName("E04 a disabled user's calendar gets nothing, and renews nothing")
  void endsWithTheUser() {
    String gil = calendar.required("app-gil");
    calendar.desk().make(gil, calendar.id());
    Answer in = calendar.password("app-gil", Desk.TYPED);

    realm.updateUser(gil, Map.of("enabled", false));

    assertThat(calendar.password("app-gil", Desk.TYPED).isGood()).isFalse();
    assertThat(calendar.refresh(in).isGood()).isFalse();
  }

  @Test
  @AbuseCase("E07")
  @DisplayName("E07 revoking ends its tokens at the next renewal, and none of them is offline")
  void endsWithItsRevocation() {
    String hedy = calendar.required("app-hedy");
    String id = calendar.desk().make(hedy, calendar.id());
    Answer in = calendar.password("app-hedy", Desk.TYPED);
    Answer renewed = calendar.refresh(in);
    Map<String, String> offline = calendar.secret();
    offline.put("scope", "openid offline_access");
    Answer refused = calendar.agent().password("app-hedy", Desk.TYPED, offline);

    calendar.desk().revoke(hedy, id);
    Answer after = calendar.refresh(renewed);

    assertThat(renewed.isGood()).as(renewed.page().body()).isTrue();
    assertThat(refused.isGood()).isFalse();
    assertThat(refused.text("error")).isEqualTo("invalid_scope");
    assertThat(after.status()).isEqualTo(400);
    assertThat(after.text("error")).isEqualTo("invalid_grant");
    assertThat(calendar.password("app-hedy", Desk.TYPED).isGood()).isFalse();
  }

  @Test
  @AbuseCase("E09")
  @DisplayName("E09 guesses are slowed down; the owner's phone and browser are not")
  void guessesLockNobodyOut() {
    String ike = calendar.required("app-ike");
    calendar.desk().make(ike, calendar.id());
    List<Answer> guesses = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      guesses.add(calendar.password("app-ike", "guess-" + i));
    }
    Answer last = guesses.get(guesses.size() - 1);

    assertThat(guesses.get(0).status()).isEqualTo(400);
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.page().headers()).containsKey("retry-after");
    assertThat(failuresOf(ike)).isZero();
    assertThat(calendar.password("app-ike", Desk.TYPED).isGood()).isTrue();
    Page browser = environment.newDriver().login(realm.name(), OTHER, "app-ike", NewUser.PASSWORD);
    assertThat(Stage.of(browser)).isEqualTo(Stage.ASKED);
  }

  @Test
  @AbuseCase("E19")
  @DisplayName("E19 an old phone that goes on with a revoked one locks nobody and mails once")
  void oldPhonesAreHarmless() {
    String jan = calendar.required("app-jan");
    calendar.desk().make(jan, calendar.id());
    calendar.desk().makeRevoked(jan, "ZZZZZ999998888877777666665");
    for (int i = 0; i < 12; i++) {
      Answer refused = calendar.password("app-jan", "ZZZZZ-99999-88888-77777-666665");
      assertThat(refused.status()).isEqualTo(400);
    }

    assertThat(failuresOf(jan)).isZero();
    assertThat(calendar.password("app-jan", Desk.TYPED).isGood()).isTrue();
    assertThat(environment.mail().mailsTo("app-jan@example.test")).hasSizeLessThanOrEqualTo(1);
    Page browser = environment.newDriver().login(realm.name(), OTHER, "app-jan", NewUser.PASSWORD);
    assertThat(Stage.of(browser)).isEqualTo(Stage.ASKED);
  }

  private int failuresOf(String user) {
    return realm
        .get("attack-detection/brute-force/users/" + user)
        .orFail()
        .json()
        .path("numFailures")
        .asInt();
  }
}
