package dev.twostep.channel.pretend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twostep.application.delivery.TextMessage;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.delivery.Delivery.Delivered;
import dev.twostep.fixture.AbuseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PretendGatewayTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final PhoneNumber ANNA = PhoneNumber.ofE164("+4915112345678");
  private static final PhoneNumber BERT = PhoneNumber.ofE164("+31612345678");

  private final PretendInbox inbox = new PretendInbox();

  private static DevelopmentMode proof() {
    return DevelopmentMode.proven("dev", true).orElseThrow();
  }

  private static List<LogRecord> loggedBy(Runnable action) {
    List<LogRecord> records = new ArrayList<>();
    Logger logger = Logger.getLogger(PretendGateway.class.getName());
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            records.add(entry);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(listener);
    try {
      action.run();
    } finally {
      logger.removeHandler(listener);
    }
    return records;
  }

  @Test
  void whatIsSentIsInTheInbox() {
    PretendGateway gateway = new PretendGateway(proof(), inbox, CLOCK);

    assertThat(gateway.send(new TextMessage(ANNA, "one")).toCompletableFuture().join())
        .isInstanceOf(Delivered.class);
    gateway.send(new TextMessage(BERT, "two"));
    gateway.send(new TextMessage(ANNA, "three"));

    assertThat(inbox.newestFirst())
        .containsExactly(
            new PretendMessage(3, NOW, ANNA, "three"),
            new PretendMessage(2, NOW, BERT, "two"),
            new PretendMessage(1, NOW, ANNA, "one"));
    assertThat(inbox.newestTo(BERT)).hasValue(new PretendMessage(2, NOW, BERT, "two"));
    assertThat(inbox.newestTo(PhoneNumber.ofE164("+15550000000"))).isEmpty();
  }

  @Test
  void theInboxKeepsTheLast200OfManyThreads() {
    PretendGateway gateway = new PretendGateway(proof(), inbox, CLOCK);

    IntStream.range(0, 1000)
        .parallel()
        .forEach(n -> gateway.send(new TextMessage(ANNA, "message " + n)));

    assertThat(inbox.newestFirst()).hasSize(200);
    assertThat(inbox.newestFirst().get(0).id()).isEqualTo(1000);
    assertThat(inbox.newestFirst().get(199).id()).isEqualTo(801);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"null,true", "prod,true", "'',true", "DEV,true", "dev,false", "null,false"})
  @AbuseCase("B21")
  void B21withoutDevelopmentModeAndTheSwitchThereIsNoProof(String profile, boolean asked) {
    assertThat(DevelopmentMode.proven(profile, asked)).isEmpty();
  }

  @Test
  @AbuseCase("B21")
  void B21noGatewayIsMadeWithoutAProof() {
    assertThat(Stream.of(PretendGateway.class.getDeclaredConstructors()))
        .allMatch(made -> made.getParameterTypes()[0] == DevelopmentMode.class);
    assertThatThrownBy(() -> new PretendGateway(null, inbox, CLOCK))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  @AbuseCase("B21")
  void B21pretendingIsLoudAndTheCodeIsNotInTheLog() {
    List<LogRecord> records =
        loggedBy(
            () ->
                new PretendGateway(proof(), inbox, CLOCK)
                    .send(new TextMessage(ANNA, "code 123456")));

    assertThat(records).hasSize(1);
    assertThat(records.get(0).getLevel()).isEqualTo(Level.WARNING);
    assertThat(records.get(0).getMessage()).contains("PRETEND").doesNotContain("123456");
  }

  @Test
  @AbuseCase("B20")
  void B20aMessageDoesNotPrintItsText() {
    assertThat(new PretendMessage(1, NOW, ANNA, "code 123456").toString())
        .doesNotContain("123456")
        .doesNotContain("15112345678");
  }
}
