package dev.twostep.channel.twilio;

import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.Delivery.Rejected;
import dev.twostep.domain.delivery.Delivery.Throttled;
import dev.twostep.domain.delivery.Delivery.Unavailable;
import java.time.Duration;
import java.util.Map;

/**
 * What Twilio's error codes mean for a message: the one place to add another one to. A code that is
 * not here is a failure of the service, never a success.
 */
final class TwilioErrors {

  private enum Meaning {
    /** This recipient gets nothing by this gateway, today and tomorrow. */
    RECIPIENT,
    /** The account or its settings: an administrator has to look. */
    ACCOUNT,
    /** Later. */
    BUSY
  }

  private static final Map<Integer, Meaning> MEANINGS =
      Map.ofEntries(
          // The number itself.
          Map.entry(21201, Meaning.RECIPIENT), // no number in "To"
          Map.entry(21211, Meaning.RECIPIENT), // invalid
          Map.entry(21214, Meaning.RECIPIENT), // cannot be reached
          Map.entry(21216, Meaning.RECIPIENT), // calls to it are blocked
          Map.entry(21217, Meaning.RECIPIENT), // does not appear to be valid
          Map.entry(21610, Meaning.RECIPIENT), // its owner has answered STOP
          Map.entry(21612, Meaning.RECIPIENT), // no route from this sender
          Map.entry(21614, Meaning.RECIPIENT), // not a mobile number
          Map.entry(21635, Meaning.RECIPIENT), // a landline
          Map.entry(13223, Meaning.RECIPIENT), // a call: invalid format
          Map.entry(13224, Meaning.RECIPIENT), // a call: invalid number
          Map.entry(30003, Meaning.RECIPIENT), // handset unreachable
          Map.entry(30004, Meaning.RECIPIENT), // message blocked
          Map.entry(30005, Meaning.RECIPIENT), // unknown handset
          Map.entry(30006, Meaning.RECIPIENT), // landline, or unreachable carrier
          // The account: another gateway may carry the same message.
          Map.entry(20003, Meaning.ACCOUNT), // wrong credentials, or no credit
          Map.entry(20005, Meaning.ACCOUNT), // not active
          Map.entry(20006, Meaning.ACCOUNT), // access denied
          Map.entry(20008, Meaning.ACCOUNT), // test credentials
          Map.entry(20404, Meaning.ACCOUNT), // no such account or resource
          Map.entry(21210, Meaning.ACCOUNT), // "From" is not verified
          Map.entry(21212, Meaning.ACCOUNT), // invalid "From"
          Map.entry(21215, Meaning.ACCOUNT), // calls to this country are not enabled
          Map.entry(21219, Meaning.ACCOUNT), // a trial account, and "To" is not verified
          Map.entry(21408, Meaning.ACCOUNT), // SMS to this country are not enabled
          Map.entry(21601, Meaning.ACCOUNT), // "From" sends no SMS
          Map.entry(21603, Meaning.ACCOUNT), // no "From"
          Map.entry(21606, Meaning.ACCOUNT), // "From" is not ours, or sends no SMS there
          Map.entry(21608, Meaning.ACCOUNT), // a trial account, and "To" is not verified
          Map.entry(21617, Meaning.ACCOUNT), // longer than 1600 characters
          Map.entry(21703, Meaning.ACCOUNT), // the messaging service has no number
          Map.entry(21705, Meaning.ACCOUNT), // no such messaging service
          Map.entry(30002, Meaning.ACCOUNT), // suspended
          Map.entry(30007, Meaning.ACCOUNT), // filtered by the carrier
          Map.entry(30008, Meaning.ACCOUNT), // unknown error
          Map.entry(30034, Meaning.ACCOUNT), // from a number that is not registered
          // Too much at once.
          Map.entry(20429, Meaning.BUSY),
          Map.entry(21611, Meaning.BUSY),
          Map.entry(30001, Meaning.BUSY),
          Map.entry(63018, Meaning.BUSY));

  private TwilioErrors() {}

  static boolean isKnown(int code) {
    return MEANINGS.containsKey(code);
  }

  /** What became of a message that this code was given for. */
  static Delivery outcome(int code, Duration pause) {
    return switch (MEANINGS.getOrDefault(code, Meaning.ACCOUNT)) {
      case RECIPIENT -> new Rejected(reason(code));
      case ACCOUNT -> new Unavailable(reason(code));
      case BUSY -> new Throttled(pause);
    };
  }

  /** By number only: the texts to it quote numbers of phones. */
  static String reason(int code) {
    return "twilio " + code;
  }
}
