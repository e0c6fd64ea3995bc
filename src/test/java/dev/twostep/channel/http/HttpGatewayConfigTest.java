package dev.twostep.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.delivery.ConfigProblem;
import dev.twostep.fixture.AbuseCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpGatewayConfigTest {

  private static final AllowedHosts HOSTS = AllowedHosts.parse("sms.example.org");

  private static Map<String, String> complete() {
    return new HashMap<>(
        Map.of(
            HttpSettings.URL, "https://sms.example.org/send",
            HttpSettings.BODY, "to={to}\ntext={text}"));
  }

  private static List<String> wrong(Map<String, String> attributes) {
    ParsedConfig parsed = HttpGatewayConfig.parse(attributes, HOSTS);
    return parsed instanceof ParsedConfig.Invalid invalid
        ? invalid.problems().stream().map(ConfigProblem::attribute).toList()
        : List.of();
  }

  private static List<String> wrongWith(String attribute, String value) {
    Map<String, String> attributes = complete();
    attributes.put(attribute, value);
    return wrong(attributes);
  }

  @Test
  void urlAndBodyAreEnough() {
    HttpGatewayConfig config = TestGateways.config(complete(), HOSTS);

    assertThat(config.method()).isEqualTo(HttpMethod.POST);
    assertThat(config.success()).isEqualTo(new SuccessRule.AnySuccess());
    assertThat(config.deadline()).isEqualTo(HttpGatewayConfig.LONGEST_SEND);
  }

  @Test
  void allProblemsAreReportedTogetherWithHints() {
    Map<String, String> attributes =
        Map.of(
            HttpSettings.URL, "https://elsewhere.example.org/",
            HttpSettings.METHOD, "DELETE",
            HttpSettings.FORMAT, "xml",
            HttpSettings.HEADERS, "no colon\nHost: evil\nX-From: {from}\nX-Key: {secret}",
            HttpSettings.SUCCESS, "contains ok");

    ParsedConfig parsed = HttpGatewayConfig.parse(attributes, HOSTS);

    assertThat(parsed).isInstanceOf(ParsedConfig.Invalid.class);
    assertThat(((ParsedConfig.Invalid) parsed).problems())
        .allMatch(problem -> problem.hint().length() > 10)
        .extracting(ConfigProblem::attribute)
        .containsExactlyInAnyOrder(
            HttpSettings.URL,
            HttpSettings.METHOD,
            HttpSettings.FORMAT,
            HttpSettings.HEADERS,
            HttpSettings.HEADERS,
            HttpSettings.FROM,
            HttpSettings.SECRET,
            HttpSettings.SUCCESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://169.254.169.254/",
        "http://127.0.0.1:9000/",
        "file:///etc/passwd",
        "gopher://sms.example.org/",
        "jar:file:/a.jar!/b",
        "http://sms.example.org/",
        "https://sms.example.org/{to}",
        "https://user:pw@sms.example.org/",
        "https://sms.example.org/#x",
        "https://bücher.example/",
        "sms.example.org",
        "not a url"
      })
  @AbuseCase("B01")
  void B01anAddressThatMustNotBeCalledIsRefusedOnSave(String url) {
    assertThat(wrongWith(HttpSettings.URL, url)).containsExactly(HttpSettings.URL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no colon",
        ": value",
        "Na me: value",
        "X: a\u0000b",
        "X: é",
        "Content-Length: 5",
        "transfer-encoding: chunked",
        "Host: evil",
        "X-Text: {text}",
        "X-What: {what}"
      })
  @AbuseCase("B05")
  void B05headersThatCouldChangeTheRequestAreRefused(String line) {
    assertThat(wrongWith(HttpSettings.HEADERS, line)).containsExactly(HttpSettings.HEADERS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "form | ''",
        "form | to={to}",
        "form | text={text}",
        "form | to={to}{text}{password}",
        "form | {to}={text}",
        "form | just text",
        "json | to={to}",
        "json | \"{to}{text}\"",
        "json | {\"to\":{to},\"text\":\"{text}\"}",
        "json | {\"a\":\"{to}\",\"a\":\"{text}\"}",
        "json | {\"a\":\"{to}{text}\"} trailing"
      })
  void aTemplateThatCannotCarryAMessageIsRefused(String format, String body) {
    Map<String, String> attributes = complete();
    attributes.put(HttpSettings.FORMAT, format);
    attributes.put(HttpSettings.BODY, body);

    assertThat(wrong(attributes)).containsExactly(HttpSettings.BODY);
  }

  @Test
  void aJsonDocumentCannotTravelByGet() {
    Map<String, String> attributes = complete();
    attributes.put(HttpSettings.METHOD, "GET");
    attributes.put(HttpSettings.FORMAT, "json");
    attributes.put(HttpSettings.BODY, "{\"a\":\"{to}{text}\"}");

    assertThat(wrong(attributes)).containsExactly(HttpSettings.FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${vault.sms}", "two\nlines", "nul\u0000l"})
  void aSecretThatIsNotThereOrNotOneLineIsRefused(String secret) {
    assertThat(wrongWith(HttpSettings.SECRET, secret)).containsExactly(HttpSettings.SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"200", "2xx ok", "2xx /status", "2xx /status=", "3xx", "2xx status=ok"})
  void aRuleThatIsNoneIsRefused(String rule) {
    assertThat(wrongWith(HttpSettings.SUCCESS, rule)).containsExactly(HttpSettings.SUCCESS);
  }

  @Test
  @AbuseCase("B20")
  void B20nothingPrintsASecretAnAddressOrATemplate() {
    Map<String, String> attributes = complete();
    attributes.put(HttpSettings.URL, "https://sms.example.org/canary-path?k=canary-query");
    attributes.put(HttpSettings.SECRET, "canary-secret");
    attributes.put(HttpSettings.HEADERS, "X-Key: canary-header");
    attributes.put(HttpSettings.BODY, "to={to}\ntext={text}\nkey=canary-field");
    HttpGatewayConfig config = TestGateways.config(attributes, HOSTS);
    String printed =
        String.join(
            "|",
            config.toString(),
            config.secret().toString(),
            config.headers().toString(),
            config.body().toString(),
            new ParsedConfig.Valid(config).toString());

    assertThat(printed).doesNotContain("canary").contains("sms.example.org");

    attributes.put(HttpSettings.METHOD, "canary-method");
    attributes.put(HttpSettings.URL, "canary url");
    attributes.put(HttpSettings.HEADERS, "canary-header");
    attributes.put(HttpSettings.SUCCESS, "canary-rule");
    assertThat(HttpGatewayConfig.parse(attributes, HOSTS).toString()).doesNotContain("canary");
  }
}
