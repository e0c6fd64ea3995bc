package dev.twostep.bench;

import dev.twostep.fixture.gateway.SmsGatewayDouble;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Users who have not come yet: nobody comes twice, so that no limit is in the way. */
record Crowd(URI server, List<SmsGatewayDouble> gateways, AtomicInteger next) {

  Crowd(URI server, List<SmsGatewayDouble> gateways) {
    this(server, gateways, new AtomicInteger());
  }

  SmsGatewayDouble first() {
    return gateways.get(0);
  }

  /** So many browsers before the login page, opened one after another. */
  List<SmsVisit> open(int visits) {
    return IntStream.range(0, visits)
        .mapToObj(n -> SmsVisit.open(server, new BenchUser(next.getAndIncrement())))
        .toList();
  }

  /** Messages that reached that user's phone, over all gateways. */
  List<String> messagesTo(BenchUser user) {
    return gateways.stream().flatMap(phone -> phone.codes(user.phone()).stream()).toList();
  }
}
