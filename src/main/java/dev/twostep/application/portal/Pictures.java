package dev.twostep.application.portal;

import java.util.function.Supplier;

/**
 * Reads the codes in a photo; nothing of the photo is kept, and nothing but their text comes out.
 */
public interface Pictures {

  /**
   * Waits a few seconds at most, and says at once when too many pictures are waiting already, or
   * too many of this sender.
   *
   * @param sender an id of whoever sends it
   * @param picture asked for the file as it was uploaded once there is room for its bytes, and not
   *     at all if there is none
   */
  Reading read(String sender, Supplier<byte[]> picture);
}
