package dev.twostep.channel.pretend;

import dev.twostep.domain.contact.PhoneNumber;
import java.time.Instant;

/** One SMS that was shown instead of sent; {@code id} grows by one with each. */
public record PretendMessage(long id, Instant at, PhoneNumber to, String text) {

  @Override
  public String toString() {
    return "PretendMessage[id=" + id + ", to=" + to + "]";
  }
}
