package dev.twostep.it.codes;

/** What the English pages say, in words that no other message shares. */
final class Says {

  static final String WRONG = "That code is not right.";
  static final String TOO_EARLY = "That was too quick, so we did not check the code.";
  static final String EXPIRED = "That code has expired. Please ask for a new one.";
  static final String SPENT = "That code has been used already. Please ask for a new one.";
  static final String DEAD = "this code is no longer valid. Please ask for a new one.";
  static final String BUDGET_SPENT = "Too many wrong codes. The next try is possible:";
  static final String RESEND_WAIT = "You can ask for it again in";
  static final String SEND_LIMIT = "We have sent too many messages. The next one is possible:";
  static final String LOCKED = "Your account is locked for now because of too many failed tries.";
  static final String MISSING = "Please enter the code.";

  private Says() {}
}
