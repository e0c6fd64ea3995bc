package dev.twostep.bench;

import dev.twostep.fixture.gateway.SmsGatewayDouble;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Users one after another: everybody else comes before anybody does again, so no limit is near. */
record Crowd(URI server, List<SmsGatewayDouble> gateways, int users, AtomicInteger next) {

  Crowd(URI server, List<SmsGatewayDouble> gateways, int users) {
    this(server, gateways, users, new AtomicInteger());
  }

  SmsGatewayDouble first() {
    return gateways.get(0);
  }

  /** So many browsers before the login page, opened one after another. */
  List<SmsVisit> open(int visits) {
    return IntStream.range(0, visits).mapToObj(n -> SmsVisit.open(server, nextUser())).toList();
  }

  private BenchUser nextUser() {
    BenchUser user = new BenchUser(next.getAndIncrement() % users);
    gateways.forEach(phone -> phone.forget(user.phone()));
    return user;
  }

  /** Messages that reached that user's phone, over all gateways. */
  List<String> messagesTo(BenchUser user) {
    return gateways.stream().flatMap(phone -> phone.codes(user.phone()).stream()).toList();
  }
}
