package dev.twostep.keycloak.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.limit.Caps;
import dev.twostep.domain.limit.CountryRules.Rule;
import dev.twostep.keycloak.limit.LimitSettings;
import dev.twostep.keycloak.limit.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsCheckTest {

  private final InMemoryRealm realm = InMemoryRealm.withDefaultFlows();

  static List<Setting<?>> settings() {
    return LimitSettings.all();
  }

  @Test
  void isSilentWithoutAnyAttribute() {
    assertThat(new LimitsCheck(realm).check()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void namesWhatItCannotRead(Setting<?> setting) {
    realm.setAttribute(setting.attribute(), "as many as you like");

    assertThat(new LimitsCheck(realm).check())
        .singleElement()
        .satisfies(finding -> assertThat(finding.what()).contains(setting.attribute()))
        .satisfies(finding -> assertThat(finding.hint()).contains(setting.form()));
  }

  @Test
  void aListOfCountriesThatNobodyUnderstandsOpensNone() {
    realm.setAttribute("twostep.sms.countries", "DE;AT");

    assertThat(LimitSettings.COUNTRIES.of(realm).of("DE")).isEqualTo(Rule.DISABLE);
    assertThat(new LimitsCheck(realm).check().get(0).what()).contains("no text message is sent");
  }

  @Test
  void aBudgetNeedsPrices() {
    realm.setAttribute("twostep.sms.budget", "100");
    assertThat(new LimitsCheck(realm).check())
        .singleElement()
        .satisfies(finding -> assertThat(finding.what()).contains("no price"));

    realm.setAttribute("twostep.sms.prices", "sms * 0.08");
    assertThat(new LimitsCheck(realm).check()).isEmpty();
  }

  @Test
  void aPlainNumberIsPerHour() {
    realm.setAttribute("twostep.limit.per-prefix", "50");

    assertThat(LimitSettings.PER_PREFIX.of(realm)).isEqualTo(Caps.parse("50/1h").orElseThrow());
  }
}
