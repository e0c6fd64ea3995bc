package dev.twostep.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twostep.domain.policy.Layer;
import dev.twostep.domain.policy.Scope;
import dev.twostep.domain.policy.ScopeKind;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerBodyTest {

  private static final String FULL =
      """
      {"requirement": "required", "factors": ["sms", "totp"], "first": "totp",
       "fallback": "none", "grace": {"until": "2026-12-31", "skips": 3},
       "trust": {"days": 14, "passcode": "as-second-step"}}
      """;

  @Test
  void aWholeLayerIsStoredAsAttributes() {
    LayerBody body = LayerBody.parse(FULL);

    assertThat(body.problems()).isEmpty();
    assertThat(body.attributes())
        .isEqualTo(
            Map.of(
                Layer.REQUIREMENT, "required",
                Layer.FACTORS, "sms,totp",
                Layer.FIRST, "totp",
                Layer.FALLBACK, "none",
                Layer.GRACE_UNTIL, "2026-12-31",
                Layer.GRACE_SKIPS, "3",
                Layer.TRUST_DAYS, "14",
                Layer.PASSCODE, "as-second-step"));
  }

  @Test
  void whatIsShownCanBePutAgain() throws Exception {
    Map<String, Object> shown = LayerView.layer(LayerBody.parse(FULL).attributes());
    String json = new ObjectMapper().writeValueAsString(shown);

    assertThat(LayerBody.parse(json).attributes()).isEqualTo(LayerBody.parse(FULL).attributes());
  }

  @ParameterizedTest(name = "{index} {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          # body                                        | fields that are refused
          {"requirement":"Required"}                    | requirement
          {"requirement":null}                          | requirement
          {"requirement":true}                          | requirement
          {"requirement":""}                            | requirement
          {"factors":"sms"}                             | factors
          {"factors":[]}                                | factors
          {"factors":["sms",1]}                         | factors
          {"factors":["sms,totp"],"requirement":"off "} |
          {"factors":["pigeon","fax"]}                  | factors,factors
          {"first":"passkey"}                           | first
          {"first":"sms","factors":["totp"]}            | first
          {"fallback":"totp"}                           | fallback
          {"trust":14}                                  | trust
          {"trust":{"days":31}}                         | trust.days
          {"trust":{"days":"14"}}                       | trust.days
          {"trust":{"passcode":"yes","pin":"1"}}        | trust.pin,trust.passcode
          {"grace":3}                                   | grace
          {"grace":{}}                                  | grace
          {"grace":{"skips":11}}                        | grace.skips
          {"grace":{"skips":-1}}                        | grace.skips
          {"grace":{"skips":1.5}}                       | grace.skips
          {"grace":{"skips":"3"}}                       | grace.skips
          {"grace":{"skips":99999999999999999999}}      | grace.skips
          {"grace":{"until":"tomorrow","days":3}}       | grace.days,grace.until
          {"requirment":"required"}                     | requirment
          {"state":"off","requirement":"x","first":"y"} | state,requirement,first
          {"requirement":"off","requirement":"off"}     | body
          {}                                            | body
          []                                            | body
          "required"                                    | body
          ~~                                            | body
          {"requirement":"off"                          | body
          {"requirement":"off"} {}                      | body
          """)
  void problemsAreReportedTogether(String body, String fields) {
    assertThat(LayerBody.parse(body).problems())
        .extracting(Problem::field)
        .containsExactly(fields == null ? new String[0] : fields.split(",", -1));
  }

  @Test
  void aHugeBodyIsNotEvenParsed() {
    String nested = "[".repeat(LayerBody.LARGEST + 1);

    assertThat(LayerBody.parse(nested).problems())
        .extracting(Problem::problem)
        .containsExactly("is longer than 10000 characters");
  }

  @Test
  void everyProblemSaysWhatToDo() {
    LayerBody body =
        LayerBody.parse("{\"requirement\":\"x\",\"first\":\"y\",\"grace\":{\"skips\":99}}");

    assertThat(body.problems()).hasSize(3).noneMatch(problem -> problem.hint().isBlank());
  }

  @Test
  void valuesLongerThanTheColumnAreRefused() {
    String words = "\"sms\",".repeat(80) + "\"sms\"";

    assertThat(LayerBody.parse("{\"factors\":[" + words + "]}").problems())
        .containsExactly(
            new Problem(
                "factors",
                "is longer than 255 characters",
                "list at least one of sms, email, totp, passkey, office, recovery-codes"));
  }

  @Test
  void aLayerThatWasBrokenByHandIsShownWithItsProblems() {
    Scope scope = new Scope(ScopeKind.GROUP, "g1", "/staff");
    Map<String, Object> json =
        LayerView.of(
            scope,
            Map.of(Layer.REQUIREMENT, "requird", Layer.GRACE_SKIPS, "many"),
            Optional.of("2026-11-22T12:00:00Z master/root"));

    assertThat(json.get("layer"))
        .isEqualTo(Map.of("requirement", "requird", "grace", Map.of("skips", "many")));
    assertThat(json.get("unreadable")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(2);
    assertThat(json).containsEntry("setBy", "2026-11-22T12:00:00Z master/root");
  }
}
