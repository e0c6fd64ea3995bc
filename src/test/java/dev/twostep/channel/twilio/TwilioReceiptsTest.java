package dev.twostep.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.delivery.Callback;
import dev.twostep.application.delivery.Receipt;
import dev.twostep.channel.http.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Twilio's callbacks say, and which of them are Twilio's. */
class TwilioReceiptsTest {

  private static final String TOKEN = "12345";
  private static final String SID = "SM0123456789abcdef0123456789abcdef";
  private static final String HEADER = "x-twilio-signature";

  private static Receipt read(URI address, String body, String signature) {
    return new TwilioReceipts(Secret.of(TOKEN))
        .read(new Callback(address, Map.of(HEADER, List.of(signature)), body));
  }

  private static Receipt genuine(String body) {
    return read(TestTwilio.RECEIPTS, body, signature(TestTwilio.RECEIPTS, body));
  }

  /** Computed here once more, not by the SDK: address, then names and values in order. */
  private static String signature(URI address, String body) {
    Map<String, String> fields = new TreeMap<>();
    for (String pair : List.of(body.split("&", -1))) {
      String[] both = pair.split("=", 2);
      fields.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
    }
    StringBuilder signed = new StringBuilder(address.toString());
    fields.forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theExampleOfTwiliosDocumentationIsGenuine() {
    String body =
        "CallSid=CA1234567890ABCDE&Caller=%2B14158675310&Digits=1234&From=%2B14158675310"
            + "&To=%2B18005551212";
    URI address = URI.create("https://example.com/myapp.php?foo=1&bar=2");

    assertThat(read(address, body, "L/OH5YylLD5NRKLltdqwSvS0BnU="))
        .isEqualTo(new Receipt.Nothing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"accepted", "queued", "sending", "sent", "ringing", "brand-new"})
  void nothingNewWhileItIsOnItsWay(String status) {
    assertThat(genuine("MessageSid=" + SID + "&MessageStatus=" + status))
        .isEqualTo(new Receipt.Nothing());
  }

  @Test
  void deliveredHasArrived() {
    assertThat(genuine("MessageSid=" + SID + "&MessageStatus=delivered&To=%2B4915112345678"))
        .isEqualTo(new Receipt.Arrived(Optional.of(SID), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "MessageStatus=undelivered&ErrorCode=30003,twilio 30003",
    "MessageStatus=failed&ErrorCode=30008,twilio 30008",
    "MessageStatus=failed,twilio failed",
    "MessageStatus=failed&ErrorCode=%2B4915112345678,twilio failed",
    "SmsStatus=undelivered,twilio undelivered"
  })
  void undeliveredIsLostAndOnlyTheCodeIsKept(String fields, String reason) {
    assertThat(genuine("MessageSid=" + SID + "&" + fields))
        .isEqualTo(new Receipt.Lost(Optional.of(SID), reason));
  }

  @ParameterizedTest
  @CsvSource({"completed,true", "busy,false", "no-answer,false", "failed,false", "canceled,false"})
  void aCallArrivesOrIsLost(String status, boolean arrived) {
    Receipt receipt = genuine("CallSid=CA0123456789abcdef0123456789abcdef&CallStatus=" + status);

    assertThat(receipt).isInstanceOf(arrived ? Receipt.Arrived.class : Receipt.Lost.class);
  }

  @Test
  void anotherTokenAnotherAddressOrAnotherBodyIsNotGenuine() {
    String body = "MessageSid=" + SID + "&MessageStatus=delivered";
    String signature = signature(TestTwilio.RECEIPTS, body);

    assertThat(
            new TwilioReceipts(Secret.of("another"))
                .read(new Callback(TestTwilio.RECEIPTS, Map.of(HEADER, List.of(signature)), body)))
        .isEqualTo(new Receipt.NotGenuine());
    assertThat(read(URI.create(TestTwilio.RECEIPTS + "1"), body, signature))
        .isEqualTo(new Receipt.NotGenuine());
    assertThat(read(TestTwilio.RECEIPTS, body.replace("delivered", "failed"), signature))
        .isEqualTo(new Receipt.NotGenuine());
    assertThat(read(TestTwilio.RECEIPTS, body, "")).isEqualTo(new Receipt.NotGenuine());
  }

  @Test
  void withoutATokenNothingIsGenuine() {
    String body = "MessageStatus=delivered";
    Callback callback =
        new Callback(
            TestTwilio.RECEIPTS,
            Map.of(HEADER, List.of(signature(TestTwilio.RECEIPTS, body))),
            body);

    assertThat(new TwilioReceipts(Secret.none()).read(callback))
        .isEqualTo(new Receipt.NotGenuine());
  }

  @Test
  void twoSignaturesOrNoneAreNotGenuine() {
    String body = "MessageStatus=delivered";
    String good = signature(TestTwilio.RECEIPTS, body);
    TwilioReceipts receipts = new TwilioReceipts(Secret.of(TOKEN));

    assertThat(
            receipts.read(
                new Callback(TestTwilio.RECEIPTS, Map.of(HEADER, List.of(good, good)), body)))
        .isEqualTo(new Receipt.NotGenuine());
    assertThat(receipts.read(new Callback(TestTwilio.RECEIPTS, Map.of(), body)))
        .isEqualTo(new Receipt.NotGenuine());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MessageStatus=failed&MessageStatus=delivered",
        "MessageStatus=delivered&MessageStatus=delivered",
        "",
        "&",
        "=delivered"
      })
  void whatIsNoCleanFormIsNotGenuine(String body) {
    String name = URLEncoder.encode(body, StandardCharsets.UTF_8);
    List<String> signatures =
        List.of(signature(TestTwilio.RECEIPTS, "x=" + name), signed("MessageStatus=delivered"));

    assertThat(signatures)
        .allSatisfy(
            signature ->
                assertThat(read(TestTwilio.RECEIPTS, body, signature))
                    .isEqualTo(new Receipt.NotGenuine()));
  }

  @Test
  void brokenEncodingIsNotGenuine() {
    assertThat(read(TestTwilio.RECEIPTS, "MessageStatus=%zz", signed("MessageStatus=zz")))
        .isEqualTo(new Receipt.NotGenuine());
  }

  private static String signed(String body) {
    return signature(TestTwilio.RECEIPTS, body);
  }
}
