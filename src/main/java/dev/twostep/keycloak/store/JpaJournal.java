package dev.twostep.keycloak.store;

import dev.twostep.application.delivery.Journal;
import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.Message;
import dev.twostep.application.delivery.Outcome;
import dev.twostep.domain.contact.EmailAddress;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.factor.FactorKind;
import java.util.function.ToIntFunction;

/**
 * The message log: one row per try to send a code, written soon after it. News of changed factors
 * are not in it: they hold no code, and have a table of their own.
 */
public final class JpaJournal implements Journal {

  private static final int LONGEST = 255;
  private static final int HIDDEN_DIGITS = 4;

  private final Books books;
  private final ToIntFunction<PhoneNumber> callingCode;

  /**
   * @param callingCode the country's part of a number; 0 if it has none
   */
  public JpaJournal(Books books, ToIntFunction<PhoneNumber> callingCode) {
    this.books = books;
    this.callingCode = callingCode;
  }

  @Override
  public void attempted(Attempted attempted) {
    if (attempted.message() instanceof Message.Lettered sent && !sent.address().to().isEmpty()) {
      books.enter(page -> page.em().persist(row(attempted, sent.letter())));
    }
  }

  private MessageEntity row(Attempted attempted, Letter letter) {
    MessageEntity row = new MessageEntity();
    row.id = attempted.id();
    row.realmId = letter.subject().realm();
    row.userId = letter.subject().user();
    row.letterId = letter.id();
    row.challengeId = letter.subject().challenge().hex();
    row.gateway = attempted.gateway();
    address(row, letter.address());
    row.outcome = Outcome.of(attempted.outcome()).word();
    row.sentAt = attempted.at().toEpochMilli();
    row.latency = attempted.latency().toMillis();
    told(row, attempted.outcome());
    return row;
  }

  private void address(MessageEntity row, Letter.Address address) {
    row.channel = address.channel().name();
    if (address.channel() == FactorKind.EMAIL) {
      row.masked = EmailAddress.of(address.to()).masked();
      return;
    }
    PhoneNumber number = PhoneNumber.ofE164(address.to());
    row.masked = number.masked();
    row.prefix = number.e164().substring(0, number.e164().length() - HIDDEN_DIGITS);
    int code = callingCode.applyAsInt(number);
    row.callingCode = code == 0 ? null : "+" + code;
  }

  private static void told(MessageEntity row, Delivery outcome) {
    if (outcome instanceof Delivery.Delivered delivered) {
      row.reference = delivered.reference().filter(id -> id.length() <= LONGEST).orElse(null);
    } else if (outcome instanceof Delivery.Rejected rejected) {
      row.reason = shortened(rejected.reason());
    } else if (outcome instanceof Delivery.Unavailable unavailable) {
      row.reason = shortened(unavailable.reason());
    } else if (outcome instanceof Delivery.Throttled throttled) {
      row.reason = "asked to wait " + throttled.retryAfter().toSeconds() + " s";
    }
  }

  private static String shortened(String reason) {
    return reason.substring(0, Math.min(reason.length(), LONGEST));
  }
}
