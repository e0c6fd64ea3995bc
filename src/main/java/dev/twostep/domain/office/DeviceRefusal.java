package dev.twostep.domain.office;

/** Why a device cannot be invited, renewed or renamed; {@link #word()} ends a message key. */
public enum DeviceRefusal {
  LABEL_MISSING("label-missing", "label", "is missing", "say whose device it is"),
  LABEL_LONG("label-long", "label", "has more than 40 characters", "shorten it"),
  LABEL_INVISIBLE(
      "label-invisible", "label", "has characters that cannot be seen", "type it by hand"),
  LABEL_TAKEN(
      "label-taken", "label", "is another device's", "choose another one, or revoke that device"),
  OWNER_UNKNOWN("owner-unknown", "owner", "is no user here", "send a user's id or user name"),
  OWNER_DISABLED(
      "owner-disabled", "owner", "is disabled", "enable the user, or invite without an owner"),
  TOO_MANY(
      "too-many",
      "office",
      "has 100 devices already",
      "revoke those that nobody uses: each one makes guessing easier"),
  REVOKED("revoked", "device", "was revoked", "invite a new one"),
  SHARED(
      "shared",
      "device",
      "is the secret that several people share",
      "renew it by rekey, or renew the device of one of them"),
  NOT_SHARED(
      "not-shared",
      "office",
      "has a device of its own for everybody",
      "renew the device, or switch shared on"),
  UNTIL_LATE(
      "until-late",
      "until",
      "is more than 30 days ahead",
      "choose an earlier end: whoever left can come in until then"),
  NO_KEY(
      "no-key",
      "server",
      "has no server key, without which no secret can be stored",
      "set --spi-twostep--default--server-key and restart");

  private final String word;
  private final String field;
  private final String problem;
  private final String hint;

  DeviceRefusal(String word, String field, String problem, String hint) {
    this.word = word;
    this.field = field;
    this.problem = problem;
    this.hint = hint;
  }

  public String word() {
    return word;
  }

  /** The part of the request that is at fault. */
  public String field() {
    return field;
  }

  public String problem() {
    return problem;
  }

  public String hint() {
    return hint;
  }
}
