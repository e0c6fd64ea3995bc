package dev.twostep.domain.policy;

/** Why nothing is asked in a login; {@link #word()} is read by machines. */
public enum Waiver {
  POLICY_OFF("policy-off"),
  OFF("off"),
  CHOSE_NEVER("chose-never"),
  LATER("later"),
  NOTHING_TO_OFFER("nothing-to-offer"),
  PROVEN_THIS_SESSION("proven-this-session"),
  PASSKEY_LOGIN("passkey-login"),
  TRUSTED_DEVICE("trusted-device"),
  NO_OFFER_HERE("no-offer-here");

  private final String word;

  Waiver(String word) {
    this.word = word;
  }

  /** A stable word for machines. */
  public String word() {
    return word;
  }
}
