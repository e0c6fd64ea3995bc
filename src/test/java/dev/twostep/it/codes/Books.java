package dev.twostep.it.codes;

import dev.twostep.fixture.server.EmbeddedDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the server has written down about a user, and a way to make it longer ago. */
final class Books {

  private static final int RADIX = 36;

  private final EmbeddedDatabase database;

  Books(EmbeddedDatabase database) {
    this.database = database;
  }

  int wrongAnswers(Person person) {
    return times(person, "wrong_answers").size();
  }

  int messages(Person person) {
    return times(person, "messages_sent").size();
  }

  /** Lets the next answer be evaluated at once; what was wrong stays counted. */
  void endBackOff(Person person) {
    database.sql("update twostep_account set streaks = '' where user_id = ?", person.id());
  }

  /** Lets the next message be sent at once. */
  void forgetMessages(Person person) {
    database.sql("update twostep_account set messages_sent = '' where user_id = ?", person.id());
    database.sql(
        "update twostep_contact set messages_sent = '' where digest in"
            + " (select contact_digest from twostep_challenge where user_id = ?)",
        person.id());
  }

  /** Makes all messages to that user so much older. */
  void ageMessages(Person person, Duration by) {
    List<Instant> older = times(person, "messages_sent").stream().map(at -> at.minus(by)).toList();
    database.sql(
        "update twostep_account set messages_sent = ? where user_id = ?", text(older), person.id());
    database.sql(
        "update twostep_contact set messages_sent = ? where digest in"
            + " (select contact_digest from twostep_challenge where user_id = ?)",
        text(older),
        person.id());
  }

  /** Makes all wrong answers of that user so much older, and ends the back-off. */
  void ageWrongAnswers(Person person, Duration by) {
    List<Instant> older = times(person, "wrong_answers").stream().map(at -> at.minus(by)).toList();
    database.sql(
        "update twostep_account set wrong_answers = ?, streaks = '' where user_id = ?",
        text(older),
        person.id());
  }

  /** So many wrong answers an hour ago, in place of those that were given. */
  void wrongAnswers(Person person, int count) {
    String hourAgo = text(Collections.nCopies(count, Instant.now().minus(Duration.ofHours(1))));
    database.sql(
        "insert into twostep_account (user_id, realm_id, wrong_answers, streaks, messages_sent)"
            + " select id, realm_id, ?, '', '' from user_entity where id = ?"
            + " on conflict (user_id) do update set wrong_answers = excluded.wrong_answers,"
            + " streaks = ''",
        hourAgo,
        person.id());
  }

  /** Makes all running codes of that user so much older. */
  void ageChallenges(Person person, Duration by) {
    database.sql(
        "update twostep_challenge set asked_at = asked_at - ? where user_id = ?",
        by.toMillis(),
        person.id());
  }

  private List<Instant> times(Person person, String column) {
    List<Map<String, Object>> rows =
        database.sql(
            "select " + column + " as times from twostep_account where user_id = ?", person.id());
    String text = rows.isEmpty() ? "" : (String) rows.get(0).get("times");
    return Arrays.stream(text.split(",", -1))
        .filter(time -> !time.isEmpty())
        .map(time -> Instant.ofEpochMilli(Long.parseLong(time, RADIX)))
        .toList();
  }

  private static String text(List<Instant> times) {
    return times.stream()
        .map(time -> Long.toString(time.toEpochMilli(), RADIX))
        .collect(Collectors.joining(","));
  }
}
