package dev.twostep.picture;

import dev.twostep.application.portal.PictureRefusal;

/** Ends the reading of a picture, wherever it has got to. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final PictureRefusal reason;

  Refused(PictureRefusal reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  PictureRefusal reason() {
    return reason;
  }
}
