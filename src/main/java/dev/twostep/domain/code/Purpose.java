package dev.twostep.domain.code;

/** What a code is for; part of its derivation, so that a code for one purpose answers no other. */
public enum Purpose {
  LOGIN,
  ENROL_PHONE,
  ENROL_EMAIL,
  BIND_APP,
  /** Carries no digits but a link, to a page that takes a photo. */
  PORTAL_LINK
}
