package dev.twostep.domain.delivery;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was done already to deliver one letter, and whether any more may be done: at most two
 * messages with a code are out that may arrive, so at most one of them is a duplicate.
 *
 * @param tried the gateways that had their try
 * @param out messages that have left, or may have
 * @param waits how often it was put off until a gateway is ready again
 * @param acceptedBy the last gateway that took it; empty text if none did
 * @param moved whether it goes by another channel than it was asked for
 */
public record Spent(List<String> tried, int out, int waits, String acceptedBy, boolean moved) {

  private static final int MOST_OUT = 2;
  private static final int MOST_WAITS = 2;

  public Spent {
    tried = List.copyOf(tried);
  }

  public static Spent nothing() {
    return new Spent(List.of(), 0, 0, "", false);
  }

  /** Whether another message may leave. */
  public boolean maySendMore() {
    return out < MOST_OUT;
  }

  public boolean mayWait() {
    return waits < MOST_WAITS;
  }

  public boolean isAccepted() {
    return !acceptedBy.isEmpty();
  }

  /** After a gateway has failed; {@code uncertain} if the message may have left all the same. */
  public Spent failed(String gateway, boolean uncertain) {
    return new Spent(with(gateway), uncertain ? out + 1 : out, waits, acceptedBy, moved);
  }

  /** After a gateway has taken the message. */
  public Spent accepted(String gateway) {
    return new Spent(with(gateway), out + 1, waits, gateway, moved);
  }

  /** After the gateway that took it has told that it was lost: that message is out no more. */
  public Spent lost() {
    return new Spent(tried, Math.max(0, out - 1), waits, acceptedBy, moved);
  }

  /** After whoever was sending is gone: nobody knows how far they came. */
  public Spent abandoned() {
    return new Spent(tried, out + 1, waits, acceptedBy, moved);
  }

  /** After it was put off. */
  public Spent waited() {
    return new Spent(tried, out, waits + 1, acceptedBy, moved);
  }

  /** After it was turned to another channel. */
  public Spent turned() {
    return new Spent(tried, out, waits, acceptedBy, true);
  }

  private List<String> with(String gateway) {
    return Stream.concat(tried.stream(), Stream.of(gateway)).distinct().toList();
  }
}
