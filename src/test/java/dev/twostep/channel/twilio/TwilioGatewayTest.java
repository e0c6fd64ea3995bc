package dev.twostep.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twostep.channel.http.AllowedHosts;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.Delivery.Delivered;
import dev.twostep.domain.delivery.Delivery.Rejected;
import dev.twostep.domain.delivery.Delivery.Throttled;
import dev.twostep.domain.delivery.Delivery.Unavailable;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.gateway.GatewayRequest;
import dev.twostep.fixture.gateway.TwilioDouble;
import dev.twostep.fixture.gateway.TwilioDouble.Answer;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to Twilio, and what each of its answers means. */
@Timeout(20)
class TwilioGatewayTest {

  private TwilioDouble twilio;

  @BeforeEach
  void open() {
    twilio = TwilioDouble.start();
  }

  @AfterEach
  void close() {
    twilio.close();
  }

  private Delivery send(Answer answer) {
    twilio.answer(TestTwilio.NUMBER, answer);
    return TestTwilio.send(TestTwilio.gateway(TestTwilio.settings(twilio.url())));
  }

  private GatewayRequest sentBy(Map<String, String> settings) {
    assertThat(TestTwilio.send(TestTwilio.gateway(settings))).isInstanceOf(Delivered.class);
    return twilio.requestsFor(TestTwilio.NUMBER).get(0);
  }

  private static String basic(String user, String secret) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + secret).getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void sendsTheMessageByTheMessagesApi() {
    GatewayRequest request = sentBy(TestTwilio.settings(twilio.url()));

    assertThat(request.target())
        .isEqualTo("/2010-04-01/Accounts/" + TwilioDouble.ACCOUNT + "/Messages.json");
    assertThat(request.field("To")).isEqualTo(TestTwilio.NUMBER);
    assertThat(request.field("From")).isEqualTo(TwilioDouble.FROM);
    assertThat(request.field("Body")).isEqualTo(TestTwilio.TEXT);
    assertThat(request.field("StatusCallback")).isEqualTo(TestTwilio.RECEIPTS.toString());
    assertThat(request.headers().get("authorization"))
        .isEqualTo(basic(TwilioDouble.ACCOUNT, TwilioDouble.TOKEN));
  }

  @Test
  void anApiKeySignsInForItsAccount() {
    String key = "SK" + "0".repeat(32);
    Map<String, String> settings = TestTwilio.settings(twilio.url());
    settings.putAll(Map.of(TwilioSettings.API_KEY, key, TwilioSettings.SECRET, "s3cret"));

    GatewayRequest request = sentBy(settings);

    assertThat(request.headers().get("authorization")).isEqualTo(basic(key, "s3cret"));
    assertThat(request.target()).contains("/Accounts/" + TwilioDouble.ACCOUNT + "/");
  }

  @Test
  void aMessagingServiceStandsForASender() {
    String service = "MG" + "0".repeat(32);
    Map<String, String> settings = TestTwilio.settings(twilio.url());
    settings.remove(TwilioSettings.FROM);
    settings.put(TwilioSettings.MESSAGING_SERVICE, service);

    GatewayRequest request = sentBy(settings);

    assertThat(request.field("MessagingServiceSid")).isEqualTo(service);
    assertThat(request.body()).doesNotContain("From=");
  }

  @Test
  void aCallSpeaksTheSpokenWordsAndNothingElse() {
    Map<String, String> settings = TestTwilio.settings(twilio.url());
    settings.put(TwilioSettings.VOICE, "true");

    GatewayRequest request = sentBy(settings);

    assertThat(request.target()).endsWith("/Calls.json");
    assertThat(request.field("Twiml"))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Say language=\"de-DE\""
                + " loop=\"2\">Your code for &lt;Example &amp; Söhne&gt;: 1, 2, 3, 4, 5, 6."
                + "</Say></Response>");
    assertThat(request.field("StatusCallback")).isEqualTo(TestTwilio.RECEIPTS.toString());
  }

  @Test
  void theReferenceIsTwiliosOwnId() {
    assertThat(send(new Answer(201, TwilioDouble.message("queued", "null"))))
        .isEqualTo(new Delivered(Optional.of("SM0123456789abcdef0123456789abcdef")));
  }

  @ParameterizedTest
  @ValueSource(ints = {21211, 21214, 21217, 21610, 21612, 21614})
  @AbuseCase("B25")
  void B25aCodeAboutTheRecipientIsARejection(int code) {
    assertThat(send(Answer.error(400, code))).isEqualTo(new Rejected("twilio " + code));
  }

  @ParameterizedTest
  @CsvSource({"401,20003", "403,20003", "404,20404", "400,21408", "400,21603", "400,21606"})
  @AbuseCase("B25")
  void B25aCodeAboutTheAccountIsAnOutageWithItsNumber(int status, int code) {
    assertThat(send(Answer.error(status, code))).isEqualTo(new Unavailable("twilio " + code));
  }

  @ParameterizedTest
  @CsvSource({"400,99999,false", "401,70051,false", "418,1,false", "500,20500,true"})
  @AbuseCase("B25")
  void B25anUnknownCodeIsAFailure(int status, int code, boolean uncertain) {
    assertThat(send(Answer.error(status, code)))
        .isEqualTo(new Unavailable("twilio " + code, uncertain));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "failed      | 30003 | Rejected[reason=twilio 30003]",
        "undelivered | 30006 | Rejected[reason=twilio 30006]",
        "failed      | 30008 | Unavailable[reason=twilio 30008, uncertain=false]",
        "failed      | 99999 | Unavailable[reason=twilio 99999, uncertain=false]",
        "failed      | null  | Unavailable[reason=twilio failed, uncertain=false]",
        "canceled    | null  | Unavailable[reason=twilio canceled, uncertain=false]",
        "hurled      | null  | Unavailable[reason=answered with a status that is not known,"
            + " uncertain=true]"
      })
  @AbuseCase("B25")
  void B25aFailureInsideA201IsAFailure(String status, String error, String outcome) {
    assertThat(send(new Answer(201, TwilioDouble.message(status, error))).toString())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "ok", "<html/>", "{\"status\":", "{\"sid\":[]}"})
  void whatCannotBeReadIsAnOutageAndMayHaveGoneOut(String body) {
    assertThat(send(new Answer(201, body)))
        .isEqualTo(new Unavailable("answered 201, but no clear JSON", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"status\":\"queued\"}", "{\"sid\":\"../1\",\"status\":\"sent\"}"})
  void anAnswerWithoutAnIdIsNoSuccess(String body) {
    assertThat(send(new Answer(201, body)))
        .isEqualTo(new Unavailable("answered without the message's SID", true));
  }

  @Test
  void tooManyRequestsPause() {
    assertThat(send(new Answer(429, "Retry-After: 7\r\n", "{\"code\":20429,\"status\":429}")))
        .isEqualTo(new Throttled(Duration.ofSeconds(7)));
    assertThat(send(new Answer(429, ""))).isEqualTo(new Throttled(Duration.ofSeconds(30)));
    assertThat(twilio.requestsFor(TestTwilio.NUMBER)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"400,false", "302,false", "500,true", "503,true"})
  void anErrorWithoutACodeIsAnOutage(int status, boolean uncertain) {
    Delivery delivery = send(new Answer(status, "not json"));

    assertThat(delivery).isEqualTo(new Unavailable("answered " + status, uncertain));
    // The SDK alone would have sent it three times.
    assertThat(twilio.requestsFor(TestTwilio.NUMBER)).hasSize(1);
  }

  @Test
  void aResetConnectionMayHaveTakenTheMessage() {
    assertThat(send(Answer.reset())).isEqualTo(new Unavailable("the connection failed", true));
  }

  @Test
  void silenceEndsAtTheDeadline() {
    twilio.answer(TestTwilio.NUMBER, Answer.silence());

    assertThat(TestTwilio.send(TestTwilio.impatient(twilio.url())))
        .isEqualTo(new Unavailable("no whole answer in time", true));
  }

  @Test
  void sendingHoldsNoThread() {
    twilio.answer(TestTwilio.NUMBER, Answer.silence());
    long start = System.nanoTime();

    var pending = TestTwilio.gateway(TestTwilio.settings(twilio.url())).send(TestTwilio.message());

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(pending.toCompletableFuture()).isNotDone();
    twilio.close();
    assertThat(pending.toCompletableFuture().join()).isInstanceOf(Unavailable.class);
  }

  @Test
  void aHostTakenOffTheListIsNotCalledAnyMore() {
    TwilioConfig config = TestTwilio.config(TestTwilio.settings(twilio.url()));

    assertThat(TestTwilio.send(TestTwilio.gateway(config, AllowedHosts.parse(""))))
        .isInstanceOf(Unavailable.class);
    assertThat(twilio.requestsFor(TestTwilio.NUMBER)).isEmpty();
  }

  @Test
  void aClientThatFollowsRedirectsIsRefused() {
    TwilioConfig config = TestTwilio.config(TestTwilio.settings(twilio.url()));
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    AllowedHosts hosts = AllowedHosts.parse(twilio.url());

    assertThatThrownBy(() -> new TwilioGateway(config, hosts, following, TestTwilio.CLOCK))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingOfTheMessageOrTheSecretIsPrinted() {
    TwilioConfig config = TestTwilio.config(TestTwilio.settings(twilio.url()));

    assertThat(config.toString()).doesNotContain(TwilioDouble.TOKEN);
    assertThat(send(Answer.error(400, 21211)).toString()).doesNotContain("49", "123");
  }
}
