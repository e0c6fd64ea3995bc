package dev.twostep.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where policy wants a passcode, a trusted device asks for it in place of a code. */
@WithKeycloak
class PasscodeIT {

  private static final String PASSCODE = "482019";
  private static final String WRONG = "739154";

  private static Trusting site;

  @BeforeAll
  static void setUp(TestEnvironment environment, RealmApi realm) {
    site = Trusting.in(environment, realm, "required");
  }

  @Test
  @AbuseCase({"F13", "F14"})
  @DisplayName("F13, F14: a passcode that is tried first is refused; a good one is kept as a hash")
  void choosesAPasscode(TestEnvironment environment, RealmApi realm) {
    String user = site.user("f13user");
    LoginDriver browser = environment.newDriver();
    Page trust = site.proven(browser, "f13user");
    for (String bad : new String[] {"000000", "123456", "f13user", "12345"}) {
      trust = site.trust(browser, trust, bad);
      assertThat(trust.has("#input-error-passcode")).as(bad).isTrue();
    }
    trust = site.act(browser, trust, "trust");
    assertThat(trust.has("#input-error-passcode")).as("none at all").isTrue();
    trust =
        site.press(
            browser,
            trust,
            Map.of("twostepAction", "trust", "passcode", PASSCODE, "repeat", WRONG));
    assertThat(trust.has("#input-error-repeat")).isTrue();
    assertThat(site.rows(user)).isZero();

    assertThat(Stage.of(site.trust(browser, trust, PASSCODE))).isEqualTo(Stage.IN);

    String row =
        environment
            .database()
            .sql("select * from twostep_device where user_id = ?", user)
            .toString();
    assertThat(row).contains("hashIterations").doesNotContain(PASSCODE);
    assertThat(row).doesNotContain(site.cookie(browser).split("\\.", -1)[1]);
  }

  @Test
  @AbuseCase("F01")
  @DisplayName("F01: the passcode opens, and the rest of that session is not asked again")
  void opensOncePerSession(TestEnvironment environment, RealmApi realm) {
    site.user("f01pin");
    LoginDriver browser = site.trusted("f01pin", PASSCODE);
    LoginDriver later = site.reopened(browser);

    Page asked = site.login(later, "f01pin");
    assertThat(asked.has(Trusting.PASSCODE_PAGE)).as(asked.text()).isTrue();
    assertThat(asked.isCallback()).isFalse();
    Page in = unlock(later, asked, PASSCODE);
    assertThat(Stage.of(in)).as(in.text()).isEqualTo(Stage.IN);

    Page again = later.open(realm.name(), TestEnvironment.CLIENT);
    assertThat(Stage.of(again)).as(again.text()).isEqualTo(Stage.IN);
    assertThat(site.login(site.reopened(later), "f01pin").has(Trusting.PASSCODE_PAGE)).isTrue();
  }

  @Test
  @AbuseCase("F02")
  @DisplayName("F02: five wrong passcodes over several sessions end the trust on the server")
  void fiveWrong(TestEnvironment environment, RealmApi realm) {
    String user = site.user("f02pin");
    LoginDriver browser = site.trusted("f02pin", PASSCODE);
    Page page = null;
    LoginDriver guesser = null;
    for (int guess = 0; guess < 5; guess++) {
      if (guess % 2 == 0) {
        guesser = site.reopened(browser);
        page = site.login(guesser, "f02pin");
      }
      assertThat(page.has(Trusting.PASSCODE_PAGE)).as(page.text()).isTrue();
      page = unlock(guesser, page, WRONG);
    }

    assertThat(Stage.of(page)).as(page.text()).isEqualTo(Stage.ASKED);
    assertThat(site.rows(user)).isZero();
    assertThat(site.next(browser, "f02pin")).isEqualTo(Stage.ASKED);
    assertThat(realm.eventsOf(user).toString()).contains("twostep_device_dropped");
  }

  @Test
  @DisplayName("who forgot the passcode takes a code, and chooses another one")
  void forgotten() {
    String user = site.user("forgot");
    LoginDriver browser = site.trusted("forgot", PASSCODE);
    LoginDriver later = site.reopened(browser);
    Page code = site.act(later, site.login(later, "forgot"), "code");
    assertThat(Stage.of(code)).as(code.text()).isEqualTo(Stage.ASKED);

    Page trust = site.app(later, code, NewUser.appOf("forgot").nextCode());
    assertThat(trust.has(Trusting.TRUST_PAGE)).as(trust.text()).isTrue();
    assertThat(Stage.of(site.trust(later, trust, WRONG))).isEqualTo(Stage.IN);

    assertThat(site.rows(user)).isEqualTo(1);
    LoginDriver last = site.reopened(later);
    assertThat(Stage.of(unlock(last, site.login(last, "forgot"), WRONG))).isEqualTo(Stage.IN);
  }

  private static Page unlock(LoginDriver browser, Page page, String passcode) {
    return site.press(browser, page, Map.of("twostepAction", "unlock", "passcode", passcode));
  }
}
