package dev.twostep.it.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.legacy.LegacyOffice;
import dev.twostep.fixture.legacy.Outcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Dovecot and Radicale ask Keycloak, as the manual says, and the mail and calendar programs of
 * Debian ask them: in with an app password, and with nothing else.
 */
@WithKeycloak
class LegacySoftwareIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static LegacyOffice office;

  private final TestEnvironment environment;
  private final RealmApi realm;

  LegacySoftwareIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  @BeforeAll
  static void open(TestEnvironment environment, RealmApi realm) {
    realm.setUpTwostep();
    AppPasswordDesk.application(realm, "mail");
    AppPasswordDesk.application(realm, "calendar");
    office =
        LegacyOffice.open(
            environment.url().resolve("/realms/" + realm.name()).toString(),
            environment.mail().port());
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  @DisplayName("curl, mbsync and swaks read and send mail with an app password for mail only")
  void mail() {
    AppPasswordDesk desk = AppPasswordDesk.of(environment, realm, "post");
    String password = desk.make("mail");
    String forCalendar = desk.make("calendar");
    OldPrograms ours = OldPrograms.of(office, "post");

    assertThat(ours.mail().store(password, "Hello, old friend")).satisfies(this::isIn);
    assertThat(ours.mail(password)).allSatisfy((name, outcome) -> isIn(outcome));
    assertThat(ours.mail().fetch(password).output()).contains("Hello, old friend");
    assertThat(ours.mail().synced()).contains("Hello, old friend");
    assertThat(environment.mail().awaitMail("bob@example.test", PATIENCE).text()).isNotBlank();

    assertThat(ours.mail(NewUser.PASSWORD)).satisfies(this::mailIsRefused);
    assertThat(ours.mail(forCalendar)).satisfies(this::mailIsRefused);
  }

  @Test
  @DisplayName("curl and vdirsyncer keep a calendar with an app password for the calendar only")
  void calendar() {
    AppPasswordDesk desk = AppPasswordDesk.of(environment, realm, "plan");
    String password = desk.make("calendar");
    String forMail = desk.make("mail");
    OldPrograms ours = OldPrograms.of(office, "plan");

    assertThat(ours.calendar().makeCalendar(password)).satisfies(this::isIn);
    assertThat(ours.calendar(password)).allSatisfy((name, outcome) -> isIn(outcome));
    assertThat(ours.calendar().sync(password)).satisfies(this::isIn);
    assertThat(ours.calendar().synced()).contains("Old friends meet");

    assertThat(ours.calendar(NewUser.PASSWORD)).satisfies(this::calendarIsRefused);
    assertThat(ours.calendar(forMail)).satisfies(this::calendarIsRefused);
  }

  @Test
  @DisplayName("after its revocation the very next request of each program is refused")
  void revocation() {
    AppPasswordDesk desk = AppPasswordDesk.of(environment, realm, "gone");
    String forMail = desk.make("mail");
    String forCalendar = desk.make("calendar");
    OldPrograms ours = OldPrograms.of(office, "gone");
    assertThat(ours.mail().store(forMail, "The last one")).satisfies(this::isIn);
    assertThat(ours.calendar().makeCalendar(forCalendar)).satisfies(this::isIn);
    assertThat(ours.mail(forMail)).allSatisfy((name, outcome) -> isIn(outcome));
    assertThat(ours.calendar(forCalendar)).allSatisfy((name, outcome) -> isIn(outcome));
    assertThat(ours.calendar().sync(forCalendar)).satisfies(this::isIn);

    desk.revokeAll();

    assertThat(ours.mail(forMail)).satisfies(this::mailIsRefused);
    assertThat(ours.calendar().sync(forCalendar).output()).contains("401");
    assertThat(ours.calendar(forCalendar)).satisfies(this::calendarIsRefused);
  }

  @Test
  @DisplayName("whoever has no two-step login goes on with the normal password")
  void withoutTwostep() {
    realm.createUser(NewUser.named("same"));
    OldPrograms ours = OldPrograms.of(office, "same");

    assertThat(ours.mail().store(NewUser.PASSWORD, "As before")).satisfies(this::isIn);
    assertThat(ours.mail().fetch("wrong").output()).contains("Login denied");
  }

  private void isIn(Outcome outcome) {
    assertThat(outcome.status()).as("%s%n%s", outcome.output(), office.logs()).isZero();
  }

  private void mailIsRefused(Map<String, Outcome> outcomes) {
    assertThat(outcomes).noneSatisfy((name, outcome) -> assertThat(outcome.status()).isZero());
    assertThat(outcomes.get("curl").output()).contains("Login denied");
    assertThat(outcomes.get("mbsync").output()).contains("AUTHENTICATIONFAILED");
    assertThat(outcomes.get("swaks").output()).contains("535 5.7.8 Authentication failed");
  }

  private void calendarIsRefused(Map<String, Outcome> outcomes) {
    assertThat(outcomes)
        .allSatisfy(
            (name, outcome) -> {
              assertThat(outcome.status()).isNotZero();
              assertThat(outcome.output()).contains("401");
            });
  }
}
