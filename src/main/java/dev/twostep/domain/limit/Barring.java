package dev.twostep.domain.limit;

import java.util.Locale;

/** Why no message goes out by a way, whatever the account itself has left. */
public enum Barring {
  /** The realm sends no text messages to that country. */
  COUNTRY,
  /** The number costs extra, or gets no text messages. */
  NUMBER_KIND,
  /** Numbers that begin like this one get too many, or never use what they get. */
  PREFIX,
  /** Too many messages were asked for from that network. */
  IP,
  /** The day's money is spent. */
  BUDGET,
  /** The realm sends too many text messages. */
  REALM;

  /** How events, meters and answers spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether another kind of message is barred, too. */
  public boolean isOfEveryMessage() {
    return this == IP;
  }
}
