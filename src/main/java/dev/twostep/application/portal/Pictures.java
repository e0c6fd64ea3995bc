package dev.twostep.application.portal;

/**
 * Reads the codes in a photo; nothing of the photo is kept, and nothing but their text comes out.
 */
public interface Pictures {

  /**
   * Waits a few seconds at most, and says at once when too many pictures are waiting already.
   *
   * @param picture the file as it was uploaded, whatever its name or declared type
   */
  Reading read(byte[] picture);
}
