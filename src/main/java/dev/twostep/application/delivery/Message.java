package dev.twostep.application.delivery;

import dev.twostep.domain.code.OneTimeCode;

/** What a carrier puts into words: a code that is waited for, or news that nobody asked for. */
public sealed interface Message permits Message.Lettered, Notice {

  /** The id of the realm in whose name it goes. */
  String realm();

  Letter.Address address();

  /** What is tried, paid and logged as a letter is. */
  sealed interface Lettered extends Message permits Code, Link {

    Letter letter();

    @Override
    default String realm() {
      return letter().subject().realm();
    }

    @Override
    default Letter.Address address() {
      return letter().address();
    }
  }

  /** A letter with its code, derived at the last moment. */
  record Code(Letter letter, OneTimeCode digits) implements Lettered {

    @Override
    public String toString() {
      return "Code[" + letter.address() + "]";
    }
  }

  /** A letter with the secret part of a link, derived just so. */
  record Link(Letter letter, String secret) implements Lettered {

    @Override
    public String toString() {
      return "Link[" + letter.address() + "]";
    }
  }
}
