package dev.twostep.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of a gateway, as administrators write it. */
class GatewayBodyTest {

  private static List<String> flaws(String json) {
    return GatewayBody.parse(json.replace('\'', '"')).problems().stream()
        .map(Problem::field)
        .toList();
  }

  @Test
  void readsKindAndSettings() {
    GatewayBody body =
        GatewayBody.parse(
            "{\"kind\":\"http\",\"settings\":{\"url\":\" https://x \",\"from\":\"\"}}");

    assertThat(body.problems()).isEmpty();
    assertThat(body.settings()).isEqualTo(Map.of("gateway", "http", "url", "https://x"));
  }

  @Test
  void takesBackWhatGetShows() {
    assertThat(
            flaws("{'name':'sms','kind':'http','settings':{},'problems':[{}],'breaker':'closed'}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'settings':{}}                             | kind",
        "{'kind':1}                                  | kind",
        "{'kind':' '}                                | kind",
        "{'kind':'http','settings':[]}               | settings",
        "{'kind':'http','settings':{'a.b':'x'}}      | settings",
        "{'kind':'http','settings':{'gateway':'x'}}  | settings",
        "{'kind':'http','settings':{'from':1}}       | settings.from",
        "{'kind':'http','routes':'x'}                | routes"
      })
  void namesWhatIsWrong(String json, String field) {
    assertThat(flaws(json)).containsExactly(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{'kind':'canary','kind':'b'}", "canary"})
  void whatIsNoJsonObjectIsQuotedNowhere(String json) {
    GatewayBody body = GatewayBody.parse(json.replace('\'', '"'));

    assertThat(body.problems()).hasSize(1);
    assertThat(body.problems().toString()).doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "a.b", "a_b", "../x", "ä", "1234567890123456789012345678901234567"})
  void aNameHasFewCharacters(String name) {
    assertThat(GatewayBody.isName(name)).isFalse();
  }
}
