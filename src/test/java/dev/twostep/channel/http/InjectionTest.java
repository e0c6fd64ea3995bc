package dev.twostep.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.Delivery.Delivered;
import dev.twostep.fixture.AbuseCase;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts, numbers and secrets that try to become syntax. */
class InjectionTest {

  private static final String SECRET = "s3cret&to=+1900\"}";

  private GatewayJournal journal;

  @BeforeEach
  void open() throws IOException {
    journal = new GatewayJournal();
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private Delivery send(Map<String, String> attributes, String text) {
    attributes.put(HttpSettings.SECRET, SECRET);
    attributes.put(HttpSettings.FROM, "Ex&am\"ple");
    return TestGateways.gateway(journal.port(), attributes)
        .send(TestGateways.message(text))
        .toCompletableFuture()
        .join();
  }

  private static List<String> fields(String form) {
    List<String> fields = new ArrayList<>();
    for (String field : form.split("&", -1)) {
      fields.add(URLDecoder.decode(field, StandardCharsets.UTF_8));
    }
    return fields;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code&to=+1900",
        "code\r\nto=+1900",
        "code%26to%3D%2B1900",
        "code#?;=+ ü😀€",
        "{to}{secret}{text}",
        "$1\\$0${to}"
      })
  @AbuseCase("B05")
  void B05aFormHasOneRecipientAndOneText(String text) {
    Map<String, String> attributes = TestGateways.form(journal.port());
    attributes.put(HttpSettings.BODY, "to={to}\ntext={text}\nkey={secret}\nfrom={from}");

    assertThat(send(attributes, text)).isInstanceOf(Delivered.class);

    assertThat(fields(journal.only().body()))
        .containsExactly("to=+4915112345678", "text=" + text, "key=" + SECRET, "from=Ex&am\"ple");
  }

  @ParameterizedTest
  @ValueSource(strings = {"code&to=+1900", "code to=+1900#x", "a\nb"})
  @AbuseCase("B05")
  void B05aQueryHasOneRecipientAndOneText(String text) {
    Map<String, String> attributes = TestGateways.form(journal.port());
    attributes.put(HttpSettings.URL, "http://127.0.0.1:" + journal.port() + "/send?v=2");
    attributes.put(HttpSettings.METHOD, "GET");

    send(attributes, text);

    GatewayJournal.Entry request = journal.only();
    assertThat(request.method()).isEqualTo("GET");
    assertThat(fields(request.target().substring("/send?".length())))
        .containsExactly("v=2", "to=+4915112345678", "text=" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\",\"to\":\"+1900\",\"x\":\"",
        "\"}]}{\"to\":\"+1900\"}",
        "back\\slash\\\"",
        "line\r\nbreak\u0000\u2028",
        "{secret}{to}"
      })
  @AbuseCase("B05")
  void B05aJsonDocumentKeepsItsShape(String text) {
    String document =
        "{\"messages\":[{\"to\":[\"{to}\"],\"text\":\"Hi {text}\",\"n\":1,\"{to}\":null}],"
            + "\"key\":\"{secret}\",\"from\":\"{from}\",\"plain\":\"{digits}\"}";

    send(TestGateways.json(journal.port(), document), text);

    JsonNode sent = StrictJson.read(journal.only().body()).orElseThrow();
    assertThat(sent.size()).isEqualTo(4);
    assertThat(sent.at("/messages").size()).isEqualTo(1);
    assertThat(sent.at("/messages/0/to").toString()).isEqualTo("[\"+4915112345678\"]");
    assertThat(sent.at("/messages/0/text").asText()).isEqualTo("Hi " + text);
    assertThat(sent.at("/messages/0/n").isInt()).isTrue();
    assertThat(sent.at("/messages/0").has("{to}")).isTrue();
    assertThat(sent.at("/key").asText()).isEqualTo(SECRET);
    assertThat(sent.at("/plain").asText()).isEqualTo("4915112345678");
  }

  @Test
  @AbuseCase("B05")
  void B05headersCarrySecretAndNumberAsOneValueEach() {
    Map<String, String> attributes = TestGateways.form(journal.port());
    attributes.put(HttpSettings.HEADERS, "Authorization: Bearer {secret}\nX-To: {to}\nAccept: */*");

    send(attributes, "code");

    Map<String, List<String>> headers = journal.only().headers();
    assertThat(headers.get("Authorization")).containsExactly("Bearer " + SECRET);
    assertThat(headers.get("X-to")).containsExactly("+4915112345678");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a\u0000b", "schlüssel"})
  @AbuseCase("B05")
  void B05aHeaderThatSomethingWouldBreakOutOfIsNotSent(String secret) {
    Map<String, String> attributes = TestGateways.form(journal.port());
    attributes.put(HttpSettings.HEADERS, "X-Key: {secret}");
    HttpGatewayConfig config =
        TestGateways.config(withSecret(attributes), TestGateways.loopback(journal.port()));
    HttpGatewayConfig broken =
        new HttpGatewayConfig(
            config.uri(),
            config.method(),
            config.headers(),
            config.body(),
            config.from(),
            Secret.of(secret),
            config.success(),
            config.receipts(),
            config.deadline());

    Delivery delivery =
        TestGateways.gateway(broken, TestGateways.loopback(journal.port()))
            .send(TestGateways.MESSAGE)
            .toCompletableFuture()
            .join();

    assertThat(delivery).isInstanceOf(Delivery.Rejected.class);
    assertThat(journal.entries()).isEmpty();
  }

  private static Map<String, String> withSecret(Map<String, String> attributes) {
    attributes.put(HttpSettings.SECRET, "harmless");
    return attributes;
  }

  @Test
  @AbuseCase("B05")
  void B05aPutIsAPut() {
    Map<String, String> attributes = TestGateways.form(journal.port());
    attributes.put(HttpSettings.METHOD, "put");

    send(attributes, "code");

    assertThat(journal.only().method()).isEqualTo("PUT");
  }
}
