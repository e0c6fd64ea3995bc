package dev.twostep.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.policy.Occasions;
import dev.twostep.domain.policy.Preset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationBodyTest {

  @Test
  void occasionsAreStoredAsAttributes() {
    ApplicationBody body =
        ApplicationBody.occasions(
            "{\"occasions\":[\"every-session\",\"once-per-device\"],\"maxAge\":\"PT12H\",\"offers\":false}");

    assertThat(body.problems()).isEmpty();
    assertThat(body.occasions())
        .isEqualTo(
            Map.of(
                Occasions.ASKS, "every-session,once-per-device",
                Occasions.MAX_AGE, "PT12H",
                Occasions.OFFER, "off"));
  }

  @ParameterizedTest
  @EnumSource
  void everyPresetHasItsWord(Preset preset) {
    ApplicationBody body = ApplicationBody.preset("{\"preset\":\"" + preset.word() + "\"}");

    assertThat(body.problems()).isEmpty();
    assertThat(body.preset()).contains(preset);
  }

  @ParameterizedTest(name = "{index} {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          # body                                          | fields that are refused
          {"occasions":"every-login"}                     | occasions
          {"occasions":[]}                                | occasions
          {"occasions":["sometimes","never"]}             | occasions,occasions
          {"maxAge":"PT0S"}                               | maxAge
          {"maxAge":"P31D"}                               | maxAge
          {"maxAge":12}                                   | maxAge
          {"maxAge":"12h"}                                | maxAge
          {"offers":"off"}                                | offers
          {"preset":"web-portal"}                         | preset
          {}                                              | body
          []                                              | body
          {"offers":true,"offers":false}                  | body
          """)
  void refusesWhatItCannotRead(String text, String fields) {
    assertThat(ApplicationBody.occasions(text).problems().stream().map(Problem::field))
        .containsExactlyElementsOf(
            fields == null ? List.of() : Arrays.asList(fields.split(",", -1)));
  }

  @Test
  void anUnknownPresetIsRefusedWithAllThatAreKnown() {
    assertThat(ApplicationBody.preset("{\"preset\":\"fridge\",\"x\":1}").problems())
        .extracting(Problem::field)
        .containsExactly("x", "preset");
    assertThat(ApplicationBody.preset("{\"preset\":\"fridge\"}").problems().get(0).hint())
        .contains("web-portal", "desktop-agent", "mail-add-in", "mobile-app", "legacy");
  }
}
