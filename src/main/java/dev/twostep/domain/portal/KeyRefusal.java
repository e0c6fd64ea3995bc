package dev.twostep.domain.portal;

import java.util.Locale;

/** Why a text holds no key that codes can be made with; {@link #word()} is part of message keys. */
public enum KeyRefusal {
  EMPTY,
  /** A web address, a contact, a network: no {@code otpauth:} address at all. */
  NOT_TWO_FACTOR,
  /** HOTP counts its codes, so two parties cannot both make them. */
  COUNTER,
  /** All entries of an authenticator app at once. */
  EXPORT,
  ALGORITHM,
  DIGITS,
  PERIOD,
  SECRET,
  /** Readable in two ways, or in none. */
  MALFORMED,
  /** More than one code in the picture. */
  SEVERAL;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
