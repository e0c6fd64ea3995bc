package dev.twostep.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page of one's own factors says about the switch. */
class OwnSwitchTest {

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "realm requirement=required                 | has=sms choice=never | required",
        "realm requirement=required                 |                      | required",
        "realm requirement=off                      | has=sms choice=on    | idle",
        "                                           | has=sms              | idle",
        "realm requirement=required; state=observe  | has=sms              | idle",
        "realm requirement=required; state=off      | has=sms              | idle",
        "realm requirement=optional                 |                      | off",
        "realm requirement=optional                 | has=sms              | on",
        "realm requirement=optional                 | choice=on            | on",
        "realm requirement=optional                 | has=sms choice=never | off",
        "realm requirement=optional                 | choice=later:2099-01-01 has=sms | off",
        "realm requirement=optional factors=passkey |                      | off",
        "realm requirement=perhaps                  | has=sms              | required",
      })
  void says(String rules, String user, String expected) {
    Decision decision = TwoStepPolicy.decide(CaseFacts.of(rules, user));

    assertThat(OwnSwitch.of(decision).word()).isEqualTo(expected);
    assertThat(OwnSwitch.of(decision).isOwn())
        .isEqualTo(expected.equals("on") || expected.equals("off"));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "factors=sms,totp fallback=sms  | totp,sms           | totp | totp,sms",
        "factors=sms,totp fallback=none | totp,sms           | totp | totp",
        "factors=totp fallback=sms      | totp,sms           | totp | totp",
        "factors=totp                   | sms                | none |",
        "factors=totp,recovery-codes    | recovery-codes     | recovery-codes |",
      })
  void knowsWhatCanBeFirst(String rules, String has, String now, String possible) {
    LoginFacts facts = CaseFacts.of("realm requirement=required " + rules, "has=" + has);
    AskedFirst first =
        AskedFirst.of(facts.subject(), TwoStepPolicy.decide(facts).explanation().terms());

    assertThat(first.now().map(kind -> kind.word()).orElse("none")).isEqualTo(now);
    assertThat(String.join(",", first.possible().stream().map(kind -> kind.word()).toList()))
        .isEqualTo(possible == null ? "" : possible);
  }
}
