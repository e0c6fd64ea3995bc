package dev.twostep.keycloak.store;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.delivery.Claim;
import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.delivery.Spent;
import dev.twostep.domain.factor.FactorKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows to values and back. */
final class Rows {

  private Rows() {}

  static Challenge challenge(ChallengeEntity row) {
    return new Challenge(
        new ChallengeId(row.id),
        new Challenge.Question(
            row.login,
            Purpose.valueOf(row.purpose),
            FactorKind.valueOf(row.channel),
            row.contactDigest,
            Instant.ofEpochMilli(row.askedAt)),
        new Challenge.Progress(
            row.wrongAnswers, Optional.ofNullable(row.spentAt).map(Instant::ofEpochMilli)));
  }

  static ChallengeEntity of(Account account, Challenge challenge) {
    ChallengeEntity row = new ChallengeEntity();
    row.id = challenge.id().hex();
    row.realmId = account.realm();
    row.userId = account.user();
    row.login = challenge.question().login();
    row.purpose = challenge.question().purpose().name();
    row.channel = challenge.question().channel().name();
    row.contactDigest = challenge.question().contactDigest();
    row.askedAt = challenge.question().askedAt().toEpochMilli();
    row.wrongAnswers = challenge.progress().wrong();
    return row;
  }

  static Letter letter(LetterEntity row) {
    return new Letter(
        row.id,
        new Letter.Subject(
            row.realmId,
            row.userId,
            new ChallengeId(row.challengeId),
            Purpose.valueOf(row.purpose)),
        new Letter.Address(FactorKind.valueOf(row.channel), row.sentTo, locale(row), row.host),
        Optional.ofNullable(row.fallbackTo)
            .filter(to -> !to.isEmpty())
            .map(to -> new Letter.Address(FactorKind.EMAIL, to, locale(row), row.host)),
        Instant.ofEpochMilli(row.expiresAt));
  }

  static Claim claim(LetterEntity row) {
    return new Claim(
        letter(row),
        new Spent(
            names(row.tried),
            row.messagesOut,
            row.waits,
            Objects.requireNonNullElse(row.gateway, ""),
            row.moved == 1),
        Optional.ofNullable(row.baseUri).map(URI::create),
        row.claims);
  }

  static List<String> names(@Nullable String list) {
    return list == null || list.isEmpty() ? List.of() : List.of(list.split(",", -1));
  }

  private static Locale locale(LetterEntity row) {
    return Locale.forLanguageTag(row.locale);
  }

  static LetterEntity of(Letter letter, LetterState state) {
    LetterEntity row = new LetterEntity();
    row.id = letter.id();
    row.realmId = letter.subject().realm();
    row.userId = letter.subject().user();
    row.challengeId = letter.subject().challenge().hex();
    row.purpose = letter.subject().purpose().name();
    row.channel = letter.address().channel().name();
    row.sentTo = letter.address().to();
    row.locale = letter.address().locale().toLanguageTag();
    row.host = letter.address().host();
    row.fallbackTo = letter.fallback().map(Letter.Address::to).orElse(null);
    row.state = state.name();
    row.expiresAt = letter.expiresAt().toEpochMilli();
    return row;
  }

  static long millis(Instant instant) {
    return instant.toEpochMilli();
  }
}
