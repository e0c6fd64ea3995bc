package dev.twostep.application.portal;

/** Why no text came out of a picture; each asks for something else of the user. */
public enum PictureRefusal {
  /** The file has more bytes than are read. */
  TOO_BIG,
  /** Its header announces more pixels than are ever unpacked. */
  TOO_MANY_PIXELS,
  /** By its first bytes it is no picture of a kind that is read. */
  NOT_A_PICTURE,
  /** It begins like a picture and cannot be read to its end. */
  DAMAGED,
  /** The picture is fine, and no code could be read in it. */
  TOO_BLURRED,
  /** The search was stopped after its time. */
  TOO_LONG,
  /** Too many pictures are waiting; later is better. */
  BUSY
}
