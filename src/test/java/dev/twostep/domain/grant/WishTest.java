package dev.twostep.domain.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.code.Answer;
import dev.twostep.domain.factor.FactorKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a request of tokens brings, read from its parameters. */
class WishTest {

  private static final String HANDLE = "0123456789abcdef0123456789abcdef";
  private static final List<FactorKind> ALL =
      List.of(FactorKind.TOTP, FactorKind.SMS, FactorKind.RECOVERY_CODES);

  private final Map<String, String> parameters = new HashMap<>();

  @Test
  void nothingGivenAsksForACode() {
    assertThat(wish(ALL)).isEqualTo(new Wish.None(GrantReason.CODE_REQUIRED));
    parameters.put("totp", "  ");
    assertThat(wish(ALL)).isEqualTo(new Wish.None(GrantReason.CODE_REQUIRED));
  }

  @Test
  void bothOfKeycloaksNamesOfAnAppCodeAreRead() {
    parameters.put("totp", "123 456");
    assertThat(text(wish(ALL))).isEqualTo("123456");
    parameters.put("otp", "654321");
    assertThat(text(wish(ALL))).isEqualTo("654321");
  }

  @Test
  void aCodeWithoutAHandleIsOfTheAppOrOfTheRecoveryCodes() {
    parameters.put("twostep_code", "123456");
    assertThat(wish(ALL)).isInstanceOf(Wish.AppCode.class);
    parameters.put("twostep_code", "ABCD-EFGH-1234");
    assertThat(wish(ALL)).isEqualTo(new Wish.RecoveryCode("ABCD-EFGH-1234"));
    assertThat(wish(ALL).toString()).doesNotContain("ABCD");
  }

  @Test
  void aCodeOfAnOfficeIsReadWhereItIsAllowed() {
    List<FactorKind> office = List.of(FactorKind.OFFICE);
    parameters.put("totp", "123456");
    assertThat(wish(office)).isInstanceOf(Wish.AppCode.class);
    parameters.clear();
    parameters.put("twostep_code", "123456");
    assertThat(wish(office)).isInstanceOf(Wish.AppCode.class);
    assertThat(wish(List.of(FactorKind.SMS)))
        .isEqualTo(new Wish.None(GrantReason.FACTOR_NOT_ALLOWED));
  }

  @Test
  void aCodeWithAHandleIsThatOfAMessage() {
    parameters.put("twostep_code", "123456");
    parameters.put("twostep_challenge", HANDLE);
    assertThat(wish(List.of(FactorKind.SMS)))
        .isInstanceOfSatisfying(
            Wish.MessageCode.class, code -> assertThat(code.challenge().hex()).isEqualTo(HANDLE));
    parameters.put("twostep_challenge", "' or 1=1 --");
    assertThat(wish(ALL)).isEqualTo(new Wish.None(GrantReason.CODE_EXPIRED));
  }

  @Test
  void onlyAMessageThatPolicyAllowsIsSent() {
    parameters.put("twostep_send", "sms");
    assertThat(wish(ALL)).isInstanceOf(Wish.Message.class);
    for (String other : List.of("email", "totp", "pass", "pigeon")) {
      parameters.put("twostep_send", other);
      assertThat(wish(ALL)).as(other).isEqualTo(new Wish.None(GrantReason.FACTOR_NOT_ALLOWED));
    }
  }

  @Test
  void aFactorThatPolicyDoesNotAllowIsNotEvenCompared() {
    parameters.put("totp", "123456");
    assertThat(wish(List.of(FactorKind.SMS)))
        .isEqualTo(new Wish.None(GrantReason.FACTOR_NOT_ALLOWED));
    parameters.put("totp", "");
    parameters.put("twostep_code", "ABCDEFGH1234");
    assertThat(wish(List.of(FactorKind.SMS)))
        .isEqualTo(new Wish.None(GrantReason.FACTOR_NOT_ALLOWED));
  }

  private Wish wish(List<FactorKind> allowed) {
    return Wish.of(name -> parameters.getOrDefault(name, ""), allowed);
  }

  private static String text(Wish wish) {
    Answer answer = ((Wish.AppCode) wish).answer();
    return answer.text();
  }
}
