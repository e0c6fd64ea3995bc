package dev.twostep.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.delivery.ConfigProblem;
import dev.twostep.channel.http.AllowedHosts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a realm's settings for Twilio may say, and what an administrator is told otherwise. */
class TwilioConfigTest {

  private static final AllowedHosts HOSTS =
      AllowedHosts.parse("api.twilio.com,api.dublin.ie1.twilio.com,http://127.0.0.1:4013");

  private static Map<String, String> good() {
    Map<String, String> settings = TestTwilio.settings("");
    settings.remove(TwilioSettings.BASE_URL);
    return settings;
  }

  private static List<String> flawed(Map<String, String> settings) {
    TwilioConfig.Parsed parsed = TwilioConfig.parse(settings, HOSTS);
    return parsed instanceof TwilioConfig.Parsed.Invalid invalid
        ? invalid.problems().stream().map(ConfigProblem::attribute).toList()
        : List.of();
  }

  private static TwilioConfig config(Map<String, String> settings) {
    return ((TwilioConfig.Parsed.Valid) TwilioConfig.parse(settings, HOSTS)).config();
  }

  @Test
  void theLeastIsEnough() {
    TwilioConfig config = config(good());

    assertThat(config.base()).hasToString("https://api.twilio.com");
    assertThat(config.login().callbacks().isNone()).isFalse();
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    assertThat(flawed(Map.of(TwilioSettings.VOICE, "yes", TwilioSettings.API_KEY, "x")))
        .containsExactly(
            TwilioSettings.ACCOUNT_SID,
            TwilioSettings.API_KEY,
            TwilioSettings.SECRET,
            TwilioSettings.VOICE,
            TwilioSettings.FROM);
  }

  @Test
  void theHostHasToBeOnTheServersList() {
    TwilioConfig.Parsed parsed = TwilioConfig.parse(good(), AllowedHosts.parse(""));

    assertThat(((TwilioConfig.Parsed.Invalid) parsed).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.attribute()).isEqualTo("base-url"))
        .satisfies(
            problem ->
                assertThat(problem.hint())
                    .contains("api.twilio.com", "--spi-twostep--default--gateway-hosts"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "account-sid       | AC1",
        "account-sid       | AC0000000000000000000000000000000/",
        "api-key           | AC00000000000000000000000000000000",
        "secret            | two words",
        "secret            | ${vault.twilio}",
        "auth-token        | ${vault.token}",
        "from              | +49 151 1234",
        "from              | Example&Co",
        "messaging-service | MG00000000000000000000000000000000",
        "messaging-service | MG1",
        "base-url          | https://elsewhere.example.org",
        "base-url          | https://api.twilio.com/x",
        "base-url          | https://user@api.twilio.com",
        "base-url          | ftp://api.twilio.com",
        "base-url          | https://api.twilio.com:444",
        "region            | ie1.example.org#",
        "edge              | a/b",
        "voice             | 1"
      })
  void aBadValueIsAProblem(String setting, String value) {
    Map<String, String> settings = good();
    settings.put(setting, value);

    assertThat(flawed(settings)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from     | 12345",
        "from     | Example 24",
        "base-url | http://127.0.0.1:4013/",
        "base-url | https://API.twilio.com",
        "voice    | true",
        "voice    | false"
      })
  void aGoodValueIsNone(String setting, String value) {
    Map<String, String> settings = good();
    settings.put(setting, value);

    assertThat(flawed(settings)).isEmpty();
  }

  @Test
  void regionAndEdgeAreInTheHost() {
    Map<String, String> settings = good();
    settings.putAll(Map.of(TwilioSettings.EDGE, "dublin", TwilioSettings.REGION, "ie1"));

    assertThat(config(settings).base()).hasToString("https://api.dublin.ie1.twilio.com");
  }

  @Test
  void aCallNeedsANumber() {
    Map<String, String> settings = new HashMap<>(good());
    settings.putAll(Map.of(TwilioSettings.VOICE, "true", TwilioSettings.FROM, "Example"));

    assertThat(flawed(settings)).containsExactly(TwilioSettings.FROM);
  }

  @Test
  void anApiKeysSecretVerifiesNoCallback() {
    Map<String, String> settings = good();
    settings.put(TwilioSettings.API_KEY, "SK" + "0".repeat(32));

    assertThat(config(settings).login().callbacks().isNone()).isTrue();

    settings.put(TwilioSettings.AUTH_TOKEN, "token");

    assertThat(config(settings).login().callbacks().reveal()).isEqualTo("token");
  }
}
