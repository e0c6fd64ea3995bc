package dev.twostep.domain.factor;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of second factor; {@link #word()} is stored in realms. */
public enum FactorKind {
  SMS("sms"),
  EMAIL("email"),
  TOTP("totp"),
  PASSKEY("passkey"),
  /** A device of the office that the account belongs to. */
  OFFICE("office"),
  RECOVERY_CODES("recovery-codes"),

  /** From an administrator, for a lost factor: no policy names it, and it only opens set-up. */
  PASS("pass");

  private final String word;

  FactorKind(String word) {
    this.word = word;
  }

  /** The lower-case word by which policies, pages and events name this kind. */
  public String word() {
    return word;
  }

  /**
   * Whether only the account's owner has it. An office's device opens the account and changes
   * nothing of it: an employee who leaves must not leave a factor of their own behind.
   */
  public boolean isPersonal() {
    return this != OFFICE;
  }

  /** The kind of that exact word, or empty. */
  public static Optional<FactorKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
