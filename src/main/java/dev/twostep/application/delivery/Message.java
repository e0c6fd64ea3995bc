package dev.twostep.application.delivery;

import dev.twostep.domain.code.OneTimeCode;

/** What a carrier puts into words: a code that is waited for, or news that nobody asked for. */
public sealed interface Message permits Message.Code, Notice {

  /** The id of the realm in whose name it goes. */
  String realm();

  Letter.Address address();

  /** A letter with its code, derived at the last moment. */
  record Code(Letter letter, OneTimeCode digits) implements Message {

    @Override
    public String realm() {
      return letter.subject().realm();
    }

    @Override
    public Letter.Address address() {
      return letter.address();
    }

    @Override
    public String toString() {
      return "Code[" + letter.address() + "]";
    }
  }
}
