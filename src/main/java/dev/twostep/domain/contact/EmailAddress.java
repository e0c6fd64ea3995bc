package dev.twostep.domain.contact;

import java.util.Objects;

/** An e-mail address that Keycloak has accepted; prints only its first letter and its domain. */
public final class EmailAddress {

  private final String address;

  private EmailAddress(String address) {
    this.address = address;
  }

  /**
   * Takes what looks like one address.
   *
   * @throws IllegalArgumentException if there is no text on both sides of the {@code @}, or a line
   *     break could smuggle in a header (CWE-93)
   */
  public static EmailAddress of(String address) {
    int at = address.lastIndexOf('@');
    boolean oneLine = address.chars().noneMatch(c -> c < 0x20 || c == 0x7f);
    if (at < 1 || at == address.length() - 1 || !oneLine) {
      throw new IllegalArgumentException("not an e-mail address");
    }
    return new EmailAddress(address);
  }

  /** The full address; for the mail channel and storage only. */
  public String address() {
    return address;
  }

  /** What a page may show: first letter and domain. */
  public String masked() {
    return address.substring(0, address.offsetByCodePoints(0, 1))
        + "•••"
        + address.substring(address.lastIndexOf('@'));
  }

  @Override
  public String toString() {
    return masked();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmailAddress that && address.equals(that.address);
  }

  @Override
  public int hashCode() {
    return Objects.hash(address);
  }
}
