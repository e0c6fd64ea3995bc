package dev.twostep.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.delivery.Callback;
import dev.twostep.application.delivery.ConfigProblem;
import dev.twostep.application.delivery.Receipt;
import dev.twostep.application.delivery.TextMessage;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

  private static final URI ADDRESS = URI.create("https://login.example.org/receipt");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String SECRET = "canary-secret";

  private final Map<String, String> settings = TestGateways.form(1);

  ReceiptTest() {
    settings.put(ReceiptSettings.SECRET, SECRET);
    settings.put(
        ReceiptSettings.STATUS, "status delivered=DELIVRD,delivered failed=UNDELIV,EXPIRED");
    settings.put(ReceiptSettings.ID, "id");
    settings.put(ReceiptSettings.PRICE, "price");
  }

  private Receipt read(String type, String body, String header, String signature) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("content-type", List.of(type));
    headers.put(header, List.of(signature));
    return TestGateways.gateway(1, settings).receipt(new Callback(ADDRESS, headers, body));
  }

  private Receipt form(String body) {
    return read(FORM, body, "x-signature", sign(body));
  }

  private static String sign(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aSignedFormTellsWhatBecameOfAMessage() {
    assertThat(form("status=DELIVRD&id=m-1&price=-0.0750"))
        .isEqualTo(new Receipt.Arrived(Optional.of("m-1"), Optional.of(new BigDecimal("0.0750"))));
    assertThat(form("status=EXPIRED"))
        .isEqualTo(new Receipt.Lost(Optional.empty(), "the service said EXPIRED"));
    assertThat(form("status=ACCEPTD")).isEqualTo(new Receipt.Nothing());
    assertThat(form("other=1")).isEqualTo(new Receipt.Nothing());
  }

  @Test
  void soDoesSignedJsonInAHeaderOfAnotherName() {
    settings.put(ReceiptSettings.HEADER, "X-Hub-Signature-256");
    settings.put(ReceiptSettings.STATUS, "/data/state delivered=2 failed=5");
    settings.put(ReceiptSettings.ID, "/data/id");
    String body = "{\"data\":{\"state\":2,\"id\":\"a\"}}";

    assertThat(
            read(
                "application/json; charset=utf-8",
                body,
                "x-hub-signature-256",
                "sha256=" + sign(body)))
        .isEqualTo(new Receipt.Arrived(Optional.of("a"), Optional.empty()));
  }

  @Test
  @AbuseCase("B15")
  void B15whatIsNotSignedOrIsSignedForSomethingElseIsNotGenuine() {
    String body = "status=DELIVRD";
    assertThat(read(FORM, body, "x-other", sign(body))).isEqualTo(new Receipt.NotGenuine());
    assertThat(read(FORM, body, "x-signature", "")).isEqualTo(new Receipt.NotGenuine());
    assertThat(read(FORM, body, "x-signature", sign(body + " ")))
        .isEqualTo(new Receipt.NotGenuine());
    settings.remove(ReceiptSettings.SECRET);
    assertThat(form(body)).isEqualTo(new Receipt.NotGenuine());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=DELIVRD&status=UNDELIV",
        "status=DELIVRD&%73tatus=UNDELIV",
        "status=UNDELIV&a=1&a=1",
        "status=%zz"
      })
  @AbuseCase("B15")
  void B15aFormThatSaysSomethingTwiceIsNotGenuine(String body) {
    assertThat(form(body)).isEqualTo(new Receipt.NotGenuine());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"status\":\"a\",\"status\":\"b\"}", "status", "[1] 2", ""})
  @AbuseCase("B15")
  void B15soIsJsonThatHasTwoMeanings(String body) {
    assertThat(read("application/json", body, "x-signature", sign(body)))
        .isEqualTo(new Receipt.NotGenuine());
    assertThat(read("text/plain", body, "x-signature", sign(body)))
        .isEqualTo(new Receipt.NotGenuine());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E999999999", "free", "NaN", "12345678901", "0x1"})
  void aPriceThatIsNoneIsLeftOut(String price) {
    assertThat(form("status=DELIVRD&price=" + price))
        .isEqualTo(new Receipt.Arrived(Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "status delivered=a",
        "status delivered=a failed=",
        "status delivered=a failed=a",
        "status delivered=a failed=b more",
        "a b delivered=a failed=b",
        "delivered=a failed=b status?"
      })
  void aRuleThatIsNoneIsRefused(String rule) {
    settings.put(ReceiptSettings.STATUS, rule);
    assertThat(wrong()).containsExactly(ReceiptSettings.STATUS);
  }

  @Test
  void anAddressForReceiptsNeedsAKeyAndAKeyNeedsARule() {
    settings.put(HttpSettings.BODY, "to={to}\ntext={text}\ncallback={receipt}");
    assertThat(wrong()).isEmpty();
    settings.remove(ReceiptSettings.SECRET);
    assertThat(wrong()).containsExactly(ReceiptSettings.SECRET);
    settings.put(ReceiptSettings.SECRET, "${vault.none}");
    settings.put(ReceiptSettings.STATUS, " ");
    settings.put(ReceiptSettings.HEADER, "no header");
    settings.put(ReceiptSettings.PRICE, "&");
    settings.put(ReceiptSettings.REFERENCE, "id");
    assertThat(wrong())
        .containsExactlyInAnyOrder(
            ReceiptSettings.SECRET,
            ReceiptSettings.STATUS,
            ReceiptSettings.HEADER,
            ReceiptSettings.PRICE,
            ReceiptSettings.REFERENCE);
  }

  private List<String> wrong() {
    ParsedConfig parsed = HttpGatewayConfig.parse(settings, TestGateways.loopback(1));
    return parsed instanceof ParsedConfig.Invalid invalid
        ? invalid.problems().stream().map(ConfigProblem::attribute).toList()
        : List.of();
  }

  @Test
  void theServiceIsToldTheAddressAndTellsItsOwnId() {
    try (SmsGatewayDouble service = SmsGatewayDouble.start()) {
      Map<String, String> told = TestGateways.form(service.port());
      told.putAll(settings);
      told.put(HttpSettings.URL, service.url());
      told.put(HttpSettings.BODY, "to={to}\ntext={text}\ncallback={receipt}");
      told.put(ReceiptSettings.REFERENCE, "/id");
      TextMessage message =
          new TextMessage(
              TestGateways.MESSAGE.to(), TestGateways.MESSAGE.words(), Optional.of(ADDRESS));

      Delivery delivery =
          TestGateways.gateway(service.port(), told).send(message).toCompletableFuture().join();

      assertThat(delivery).isEqualTo(new Delivery.Delivered(Optional.of("msg-1")));
      assertThat(service.requests().get(0).field("callback")).isEqualTo(ADDRESS.toString());
    }
  }

  @Test
  @AbuseCase("B20")
  void B20nothingPrintsTheKeyOfReceipts() {
    HttpGatewayConfig config = TestGateways.config(settings, TestGateways.loopback(1));
    assertThat(config + "|" + config.receipts()).doesNotContain("canary");
  }
}
