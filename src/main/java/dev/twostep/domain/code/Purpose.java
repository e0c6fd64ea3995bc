package dev.twostep.domain.code;

/** What a code is for; part of its derivation, so that a code for one purpose answers no other. */
public enum Purpose {
  LOGIN,
  ENROL_PHONE,
  ENROL_EMAIL,
  BIND_APP,
  /** Carries no digits but a link, to a page that takes a photo. */
  PORTAL_LINK,
  /** The same to a number that was typed and that nobody has proven. */
  PORTAL_LINK_TYPED;

  /** Whether its message brings a link instead of digits. */
  public boolean isLink() {
    return this == PORTAL_LINK || this == PORTAL_LINK_TYPED;
  }

  /** Whether its message goes to a number that may be anybody's. */
  public boolean isToTypedNumber() {
    return this == ENROL_PHONE || this == PORTAL_LINK_TYPED;
  }
}
