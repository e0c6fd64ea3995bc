package dev.twostep.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.Delivery.Delivered;
import dev.twostep.domain.delivery.Delivery.Rejected;
import dev.twostep.domain.delivery.Delivery.Throttled;
import dev.twostep.domain.delivery.Delivery.Unavailable;
import dev.twostep.fixture.AbuseCase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer of a gateway means, and what of it is kept. */
class HttpGatewayTest {

  private GatewayJournal journal;

  @BeforeEach
  void open() throws IOException {
    journal = new GatewayJournal();
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private Delivery send(Map<String, String> attributes) {
    return TestGateways.gateway(journal.port(), attributes)
        .send(TestGateways.MESSAGE)
        .toCompletableFuture()
        .join();
  }

  private Delivery send() {
    return send(TestGateways.form(journal.port()));
  }

  private Delivery sendWithRule(String rule) {
    Map<String, String> attributes = TestGateways.form(journal.port());
    attributes.put(HttpSettings.SUCCESS, rule);
    return send(attributes);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204})
  void any2xxIsDelivered(int status) {
    journal.answers(status, "");

    assertThat(send()).isInstanceOf(Delivered.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 422, 499})
  void a4xxIsRejectedAndOnlyItsStatusIsKept(int status) {
    journal.answers(status, "no such number +4915112345678, text was: 123456");

    assertThat(send()).isEqualTo(new Rejected("answered " + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 599})
  @AbuseCase("B07")
  void B07a5xxIsUnavailable(int status) {
    journal.answers(status, "stack trace with 123456");

    assertThat(send()).isEqualTo(new Unavailable("answered " + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  @AbuseCase("B03")
  void B03aRedirectIsNotFollowedAndCountsAsFailure(int status) throws IOException {
    try (GatewayJournal inside = new GatewayJournal()) {
      journal
          .answers(status, "")
          .withHeader("Location", "http://127.0.0.1:" + inside.port() + "/internal");

      assertThat(send()).isInstanceOf(Unavailable.class);
      assertThat(inside.entries()).isEmpty();
      assertThat(journal.entries()).hasSize(1);
    }
  }

  @Test
  @AbuseCase("B03")
  void B03aClientThatFollowsRedirectsIsRefused() {
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    AllowedHosts hosts = TestGateways.loopback(journal.port());
    HttpGatewayConfig config = TestGateways.config(TestGateways.form(journal.port()), hosts);

    assertThatThrownBy(() -> new HttpGateway(config, hosts, following, TestGateways.CLOCK))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @AbuseCase("B01")
  void B01aHostTakenOffTheListIsNotCalledAnyMore() {
    HttpGatewayConfig config =
        TestGateways.config(
            TestGateways.form(journal.port()), TestGateways.loopback(journal.port()));

    Delivery delivery =
        TestGateways.gateway(config, AllowedHosts.parse(""))
            .send(TestGateways.MESSAGE)
            .toCompletableFuture()
            .join();

    assertThat(delivery).isInstanceOf(Unavailable.class);
    assertThat(journal.entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // The documented field has the documented value.
        "{'status':'ok'}                             | 2xx /status=ok    | Delivered",
        "{'messages':[{'status':'0'}]}               | 2xx /messages/0/status=0 | Delivered",
        "{'messages':[{'status':0}]}                 | 2xx /messages/0/status=0 | Delivered",
        "{'ok':true}                                 | 2xx /ok=true      | Delivered",
        // An error inside 200, and words of success in the wrong place.
        "{'status':'error'}                          | 2xx /status=ok    | Rejected",
        "{'error':'number not verified, no success'} | 2xx /status=success | Rejected",
        "{'status':'not ok'}                         | 2xx /status=ok    | Rejected",
        "{'status':{'ok':'ok'}}                      | 2xx /status=ok    | Rejected",
        "{'status':null}                             | 2xx /status=ok    | Rejected",
        "{'STATUS':'ok'}                             | 2xx /status=ok    | Rejected",
        // No clear answer.
        "{'status':'error','status':'ok'}            | 2xx /status=ok    | Unavailable",
        "{'status':'ok'} {'status':'error'}          | 2xx /status=ok    | Unavailable",
        "{'status':'ok'                              | 2xx /status=ok    | Unavailable",
        "'ok'                                        | 2xx /status=ok    | Unavailable",
        "<html>success</html>                        | 2xx /status=ok    | Unavailable",
        "''                                          | 2xx /status=ok    | Unavailable"
      })
  @AbuseCase("B06")
  void B06onlyTheDocumentedFieldMeansSuccess(String body, String rule, String outcome) {
    journal.answers(200, body == null ? "" : body.replace('\'', '"'));

    assertThat(sendWithRule(rule).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  @AbuseCase("B06")
  void B06theFieldOfAnErrorAnswerDoesNotCount() {
    journal.answers(500, "{\"status\":\"ok\"}");

    assertThat(sendWithRule("2xx /status=ok")).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30                            | 30",
        "0                             | 1",
        "299                           | 299",
        // Too far, in every way of saying it.
        "301                           | 300",
        "99999999999999999999999       | 300",
        "Fri, 01 Jan 2099 00:00:00 GMT | 300",
        // The clock says 2026-11-22T10:00:00Z.
        "Sun, 22 Nov 2026 10:01:30 GMT | 90",
        "Sun, 22 Nov 2026 09:00:00 GMT | 1",
        // Nonsense pauses longest: it must not start a storm.
        "garbage                       | 300",
        "-5                            | 300",
        "1.5                           | 300",
        "٣٠                            | 300"
      })
  void B10retryAfterIsKeptWithinItsBounds(String header, long seconds) {
    journal.answers(429, "slow down").withHeader("Retry-After", header);

    assertThat(send()).isEqualTo(new Throttled(Duration.ofSeconds(seconds)));
    assertThat(journal.entries()).hasSize(1);
  }

  @Test
  void B10a429WithoutRetryAfterPausesAWhile() {
    journal.answers(429, "");

    assertThat(send()).isEqualTo(new Throttled(Duration.ofSeconds(30)));
  }

  @Test
  void B10a503WithRetryAfterIsThrottled() {
    journal.answers(503, "").withHeader("Retry-After", "7");

    assertThat(send()).isEqualTo(new Throttled(Duration.ofSeconds(7)));
  }
}
