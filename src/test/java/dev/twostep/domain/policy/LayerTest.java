package dev.twostep.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twostep.domain.factor.FactorKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayerTest {

  @Test
  void attributeNamesAreStoredInCustomersRealms() {
    assertThat(Layer.ATTRIBUTES)
        .containsExactly(
            "twostep.requirement",
            "twostep.factors",
            "twostep.first",
            "twostep.fallback",
            "twostep.grace.until",
            "twostep.grace.skips",
            "twostep.trust.days",
            "twostep.passcode");
    assertThat(Occasions.ATTRIBUTES)
        .containsExactly("twostep.occasion", "twostep.occasion.max-age", "twostep.offer");
    assertThat(StateSetting.ATTRIBUTE).isEqualTo("twostep.state");
    assertThat(Choice.ATTRIBUTE).isEqualTo("twostep.choice");
  }

  @Test
  void readsEveryAttribute() {
    Layer layer =
        Layer.parse(
            Map.of(
                "twostep.requirement", " required ",
                "twostep.factors", "sms, totp",
                "twostep.first", "totp",
                "twostep.fallback", "none",
                "twostep.grace.until", "2026-12-31",
                "twostep.grace.skips", "10"));

    Grace grace = new Grace(Optional.of(Instant.parse("2027-01-01T00:00:00Z")), OptionalInt.of(10));
    FactorRules rules =
        new FactorRules(
            Optional.of(Set.of(FactorKind.SMS, FactorKind.TOTP)),
            Optional.of(FactorKind.TOTP),
            Optional.of(Fallback.NONE),
            Optional.of(grace));
    assertThat(layer).isEqualTo(Layer.of(Requirement.REQUIRED, rules));
  }

  @Test
  void blankIsAbsent() {
    assertThat(Layer.parse(Map.of(Layer.REQUIREMENT, " ", Layer.FACTORS, "")).isEmpty()).isTrue();
  }

  @Test
  void reportsEveryProblemAtOnce() {
    Layer layer =
        Layer.parse(
            Map.of(
                Layer.REQUIREMENT, "REQUIRED",
                Layer.FACTORS, "sms,,pigeon",
                Layer.FIRST, "passkey",
                Layer.FALLBACK, "totp",
                Layer.GRACE_UNTIL, "31.12.2026",
                Layer.GRACE_SKIPS, "\u0663"));

    assertThat(layer.unreadable())
        .extracting(Unreadable::attribute)
        .containsExactly(
            Layer.REQUIREMENT,
            Layer.FACTORS,
            Layer.FACTORS,
            Layer.FIRST,
            Layer.FALLBACK,
            Layer.GRACE_UNTIL,
            Layer.GRACE_SKIPS);
    assertThat(layer.requirement()).isEmpty();
    assertThat(layer.rules()).isEqualTo(FactorRules.NONE);
  }

  @Test
  void aBrokenValueIsSafeToLog() {
    String text = new Unreadable("a", "x\r\ny\u202e" + "z".repeat(9_000), "is bad").toString();

    assertThat(text).startsWith("a=x??y?zzz").hasSizeLessThan(80).doesNotContain("\n");
  }

  @Test
  void dateBeyondTimeIsUnreadableNotACrash() {
    Layer layer = Layer.parse(Map.of(Layer.GRACE_UNTIL, "+999999999-12-31"));

    assertThat(layer.unreadable()).hasSize(1);
  }

  @Test
  void onlyRequiredSurvivesWhereUsersCanWriteTheValue() {
    Layer lowered = Layer.of(Requirement.OFF, FactorRules.NONE).raisingOnly("not protected");
    Layer raised = Layer.of(Requirement.REQUIRED, FactorRules.NONE).raisingOnly("not protected");

    assertThat(lowered.requirement()).isEmpty();
    assertThat(lowered.ignored()).containsExactly("not protected");
    assertThat(raised).isEqualTo(Layer.of(Requirement.REQUIRED, FactorRules.NONE));
  }

  @Test
  void choicesSurviveStorage() {
    Choice later = Choice.later(LocalDate.of(2026, 12, 24));

    for (Choice choice : List.of(Choice.ON, Choice.NEVER, later)) {
      assertThat(Choice.parse(choice.stored().orElseThrow())).isEqualTo(choice);
    }
    assertThat(later.stored()).contains("later:2026-12-24");
    assertThat(Choice.UNDECIDED.stored()).isEmpty();
    assertThat(Choice.parse(null)).isEqualTo(Choice.UNDECIDED);
  }

  @Test
  void aSkipUsesUpGraceAndNeverGoesBelowZero() {
    assertThat(Grace.skips(1).afterSkip()).isEqualTo(Grace.skips(0));
    assertThat(Grace.skips(0).afterSkip()).isEqualTo(Grace.skips(0));
    assertThatThrownBy(() -> new Grace(Optional.empty(), OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Grace.skips(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anApplicationMayBeTheOnlyOneThatGrantsGrace() {
    assertThat(CaseFacts.of("app a requirement=required grace.skips=1", "").rules().grantsGrace())
        .isTrue();
    assertThat(CaseFacts.of("realm requirement=required", "").rules().grantsGrace()).isFalse();
  }
}
