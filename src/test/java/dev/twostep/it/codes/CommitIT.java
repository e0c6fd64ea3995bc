package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A message belongs to its login: it is written with the login's transaction, or not at all. */
@WithKeycloak
class CommitIT {

  private final TestEnvironment environment;
  private final Site site;

  CommitIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
  }

  @BeforeAll
  static void requireCodes(TestEnvironment environment, RealmApi realm) {
    Site.of(environment, realm, "sms");
  }

  @AfterEach
  void letCommit() {
    environment.database().sql("drop trigger if exists no_commit on twostep_letter");
  }

  @Test
  @DisplayName("A login that cannot be committed sends nothing and leaves no letter behind")
  void failedLoginSendsNothing() {
    Person ann = site.person("commit-ann");
    refuseCommitsOf(ann);

    Login failed = site.login(ann);

    assertThat(failed.page().has("input[name=code]")).isFalse();
    assertThat(letters(ann)).isZero();
    assertThat(site.messagesTo(ann)).isZero();
    assertThat(site.books().messages(ann)).as("what was counted stays counted").isOne();

    letCommit();
    site.books().forgetMessages(ann);
    Login login = site.login(ann);
    assertThat(login.answer(site.newestCode(ann)).code()).isPresent();
    assertThat(site.messagesTo(ann)).isOne();
  }

  /** At the very end of the transaction, when everything else in it has been done. */
  private void refuseCommitsOf(Person person) {
    environment
        .database()
        .sql(
            "create or replace function no_commit() returns trigger language plpgsql as"
                + " $$ begin raise exception 'the disk is full'; end $$");
    environment
        .database()
        .sql(
            "create constraint trigger no_commit after insert on twostep_letter"
                + " deferrable initially deferred for each row when (new.sent_to = '"
                + person.phone()
                + "') execute function no_commit()");
  }

  private long letters(Person person) {
    return (Long)
        environment
            .database()
            .sql("select count(*) as letters from twostep_letter where user_id = ?", person.id())
            .get(0)
            .get("letters");
  }
}
