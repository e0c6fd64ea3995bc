package dev.twostep.domain.policy;

import java.util.Arrays;
import java.util.Optional;

/** What a scope says about passcodes; {@link #word()} is stored. */
public enum PasscodeRule {
  OFF("off"),
  OPTIONAL("optional"),
  REQUIRED("required"),
  /** Required where the second step is, the user's choice where that is. */
  AS_SECOND_STEP("as-second-step");

  private final String word;

  PasscodeRule(String word) {
    this.word = word;
  }

  /** The word by which attributes name this rule. */
  public String word() {
    return word;
  }

  /** The rule of that exact word, or empty. */
  static Optional<PasscodeRule> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }

  /** What it means for a login of which that much is asked. */
  Passcode under(Requirement outcome) {
    return switch (this) {
      case OFF -> Passcode.OFF;
      case OPTIONAL -> Passcode.OPTIONAL;
      case REQUIRED -> Passcode.REQUIRED;
      case AS_SECOND_STEP ->
          switch (outcome) {
            case OFF -> Passcode.OFF;
            case OPTIONAL -> Passcode.OPTIONAL;
            case REQUIRED -> Passcode.REQUIRED;
          };
    };
  }
}
