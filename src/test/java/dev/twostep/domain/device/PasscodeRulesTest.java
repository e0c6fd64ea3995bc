package dev.twostep.domain.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.device.PasscodeVerdict.Accepted;
import dev.twostep.domain.device.PasscodeVerdict.Flaw;
import dev.twostep.domain.device.PasscodeVerdict.Refused;
import dev.twostep.fixture.AbuseCase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasscodeRulesTest {

  private static final Personal ANN =
      new Personal(
          List.of("ann.smith", "ann.office"), List.of("+49 1527 1234567"), List.of("1990-05-17"));

  @ParameterizedTest
  @AbuseCase("F13")
  @CsvSource({
    "'', MISSING",
    "48201, SHORT",
    "4820 19, CHARACTERS",
    "48-2019, CHARACTERS",
    "000000, COMMON",
    "111111, COMMON",
    "123456, COMMON",
    "654321, COMMON",
    "234567, COMMON",
    "876543, COMMON",
    "abcdef, COMMON",
    "121212, COMMON",
    "123123, COMMON",
    "abcabc, COMMON",
    "112233, COMMON",
    "Password, COMMON",
    "qwertz, COMMON",
    "Wachtwoord, COMMON",
    "19900517, PERSONAL",
    "17051990, PERSONAL",
    "05171990, PERSONAL",
    "170590, PERSONAL",
    "900517, PERSONAL",
    "annsmith, PERSONAL",
    "AnnSmith7, PERSONAL",
    "annoffice, PERSONAL",
    "271234567, PERSONAL",
    "234567, COMMON",
    "715271, PERSONAL"
  })
  void refuses(String chosen, Flaw flaw) {
    Personal about =
        chosen.equals("715271") ? new Personal(List.of(), List.of("+497152711"), List.of()) : ANN;
    assertThat(PasscodeRules.judge(Passcode.typed(chosen), about)).isEqualTo(new Refused(flaw));
  }

  @ParameterizedTest
  @ValueSource(strings = {"482019", "739154", "Tr5ub4", "blauwvis", "  482019 ", "äpfelß"})
  void accepts(String chosen) {
    assertThat(PasscodeRules.judge(Passcode.typed(chosen), ANN)).isEqualTo(new Accepted());
  }

  @ParameterizedTest
  @CsvSource({"64, true", "65, false"})
  void hasAnEnd(int length, boolean good) {
    String chosen = "a1b2c3d4e5f6g7h8i9".repeat(4).substring(0, length - 1) + "z";
    assertThat(PasscodeRules.judge(Passcode.typed(chosen), ANN) instanceof Accepted)
        .isEqualTo(good);
  }

  @ParameterizedTest
  @ValueSource(strings = {"17.5.1990", "17/05/1990", "1990-5-17", "19900517"})
  @AbuseCase("F13")
  void readsADateHoweverItIsWritten(String date) {
    Personal about = new Personal(List.of(), List.of(), List.of(date));
    String chosen = date.equals("19900517") ? "19900517" : "170590";
    assertThat(PasscodeRules.judge(Passcode.typed(chosen), about))
        .isEqualTo(new Refused(Flaw.PERSONAL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--", "1990", "a-b-c"})
  void overlooksDatesThatAreNone(String date) {
    Personal about = new Personal(List.of(""), List.of(""), List.of(date));
    assertThat(PasscodeRules.judge(Passcode.typed("482019"), about)).isEqualTo(new Accepted());
  }
}
