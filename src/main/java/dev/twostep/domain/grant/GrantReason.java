package dev.twostep.domain.grant;

import java.util.Locale;

/** Why there is no token although the password was right; {@link #word()} is read by machines. */
public enum GrantReason {
  /** A code is to be given. */
  CODE_REQUIRED,
  /** A message is on its way; its code is to be given with the handle of the challenge. */
  CODE_SENT,
  /** The code is wrong. */
  CODE_WRONG,
  /** The code is too old, or its challenge is not one of this account and client. */
  CODE_EXPIRED,
  /** The code was used before; the next one of an office's device is right. */
  CODE_SPENT,
  /** Too many wrong answers: nothing is evaluated before {@code twostep_retry_after} seconds. */
  CODE_WAIT,
  /** Too many messages: none is sent before {@code twostep_retry_after} seconds. */
  SEND_WAIT,
  /** No message goes out by that way. */
  NOT_SENT,
  /** Policy does not let this user answer by that factor here. */
  FACTOR_NOT_ALLOWED,
  /** The user must set a factor up, in a browser. */
  ENROLMENT_REQUIRED,
  /** The user's factors answer in a browser only. */
  BROWSER_REQUIRED,
  /** Only an administrator can help. */
  POLICY_REFUSES,
  /** Something is broken. */
  UNAVAILABLE;

  /** A stable word for machines. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
