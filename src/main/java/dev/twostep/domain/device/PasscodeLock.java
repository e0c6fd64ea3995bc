package dev.twostep.domain.device;

/**
 * The passcode of one device, and how often it was guessed wrong: in all, for a right one gives
 * nothing back.
 *
 * @param hash empty text if the device has no passcode
 */
public record PasscodeLock(String hash, int wrong) {

  /** After so many wrong ones the device is trusted no more. */
  public static final int MOST_WRONG = 5;

  public static PasscodeLock none() {
    return new PasscodeLock("", 0);
  }

  public boolean exists() {
    return !hash.isEmpty();
  }

  /** With one more wrong passcode. */
  public PasscodeLock counted() {
    return new PasscodeLock(hash, wrong + 1);
  }

  public boolean isBroken() {
    return wrong >= MOST_WRONG;
  }

  /** How many more may be tried. */
  public int left() {
    return Math.max(0, MOST_WRONG - wrong);
  }

  @Override
  public String toString() {
    return "PasscodeLock[" + (exists() ? "******" : "none") + ", " + wrong + " wrong]";
  }
}
