package dev.twostep.channel.http;

/** A gateway's key or password: cannot be printed, only put into a request. */
public final class Secret {

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  public static Secret of(String value) {
    return new Secret(value);
  }

  /** Nothing at all. */
  public static Secret none() {
    return new Secret("");
  }

  /** The secret itself; every reader of it is found by this name. */
  public String reveal() {
    return value;
  }

  public boolean isNone() {
    return value.isEmpty();
  }

  @Override
  public String toString() {
    return isNone() ? "none" : "*****";
  }
}
