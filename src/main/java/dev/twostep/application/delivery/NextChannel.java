package dev.twostep.application.delivery;

/** Turns a running code to another channel before it is sent there. */
@FunctionalInterface
public interface NextChannel {

  /**
   * From now on the code proves that letter's channel, and the message counts for its address.
   *
   * @return false if it must not be sent: answered meanwhile, too old, or too many messages there
   */
  boolean settle(Letter turned);
}
