package dev.twostep.domain.notice;

import dev.twostep.domain.contact.EmailAddress;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.factor.FactorKind;
import java.util.Locale;

/** Somewhere that a user reads messages; prints only the kind of channel. */
public record Recipient(FactorKind channel, String to) {

  public static Recipient of(PhoneNumber phone) {
    return new Recipient(FactorKind.SMS, phone.e164());
  }

  public static Recipient of(EmailAddress email) {
    return new Recipient(FactorKind.EMAIL, email.address());
  }

  /** What a message to another channel may say of it. */
  public String masked() {
    return channel == FactorKind.SMS
        ? PhoneNumber.ofE164(to).masked()
        : EmailAddress.of(to).masked();
  }

  /** Whether a message to the one is read where a message to the other is. */
  boolean isSameAs(Recipient other) {
    return channel == other.channel
        && to.toLowerCase(Locale.ROOT).equals(other.to.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return "Recipient[" + channel.word() + "]";
  }
}
