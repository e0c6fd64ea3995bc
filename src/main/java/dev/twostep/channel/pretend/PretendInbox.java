package dev.twostep.channel.pretend;

import dev.twostep.application.delivery.TextMessage;
import dev.twostep.domain.contact.PhoneNumber;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last 200 pretended messages of this server, in memory; safe for many threads. */
public final class PretendInbox {

  static final int MOST = 200;

  private final Deque<PretendMessage> newestFirst = new ArrayDeque<>();
  private long lastId;

  synchronized void add(TextMessage message, Instant at) {
    newestFirst.addFirst(new PretendMessage(++lastId, at, message.to(), message.text()));
    if (newestFirst.size() > MOST) {
      newestFirst.removeLast();
    }
  }

  public synchronized List<PretendMessage> newestFirst() {
    return List.copyOf(newestFirst);
  }

  public synchronized Optional<PretendMessage> newestTo(PhoneNumber number) {
    return newestFirst.stream().filter(message -> message.to().equals(number)).findFirst();
  }
}
