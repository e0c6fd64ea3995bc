package dev.twostep.domain.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.twostep.domain.code.ServerKey;
import dev.twostep.fixture.AbuseCase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PassTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ServerKey KEY = ServerKey.of(new byte[32]);

  @Test
  void tenCharactersInTwoGroupsAndNoLookAlikes() {
    for (int i = 0; i < 1000; i++) {
      assertThat(Pass.random(RANDOM).grouped()).matches("[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}");
    }
  }

  @Test
  @DisplayName("A26 every character comes up as often as any other, at every place")
  @AbuseCase("A26")
  void drawsEvenly() {
    int draws = 31_000;
    int[][] seen = new int[Pass.LENGTH][Pass.ALPHABET.length()];
    for (int i = 0; i < draws; i++) {
      String text = Pass.random(RANDOM).grouped().replace("-", "");
      IntStream.range(0, Pass.LENGTH)
          .forEach(at -> seen[at][Pass.ALPHABET.indexOf(text.charAt(at))]++);
    }
    double expected = (double) draws / Pass.ALPHABET.length();

    // Thirty degrees of freedom: 85 is p = 0.0000004, at each of ten places.
    for (int[] place : seen) {
      assertThat(
              Arrays.stream(place)
                  .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                  .sum())
          .isLessThan(85);
    }
  }

  @Property
  void howeverItIsTypedItOpens(@ForAll("passes") Pass pass, @ForAll("fillers") String filler) {
    SealedPass sealed = sealed(pass, "anna");
    String shown = pass.grouped();
    String spaced = shown.replace("-", filler).toLowerCase(Locale.ROOT);

    assertThat(opens(sealed, shown, "anna")).isTrue();
    assertThat(opens(sealed, filler + spaced + filler, "anna")).isTrue();
  }

  @Property
  void nothingElseOpensIt(@ForAll("passes") Pass pass, @ForAll("passes") Pass other) {
    if (!pass.grouped().equals(other.grouped())) {
      assertThat(opens(sealed(pass, "anna"), other.grouped(), "anna")).isFalse();
    }
    assertThat(opens(sealed(pass, "anna"), pass.grouped() + "2", "anna")).isFalse();
    assertThat(opens(sealed(pass, "anna"), pass.grouped().substring(1), "anna")).isFalse();
  }

  @Test
  void itIsBoundToItsUserItsIdAndTheServersKey() {
    Pass pass = Pass.random(RANDOM);
    SealedPass anna = sealed(pass, "anna");
    byte[] other = new byte[32];
    other[0] = 1;

    assertThat(opens(anna, pass.grouped(), "ben")).isFalse();
    assertThat(new SealedPass("other", anna.seal(), anna.term()).opensBy(pass, "anna", KEY))
        .isFalse();
    assertThat(anna.opensBy(pass, "anna", ServerKey.of(other))).isFalse();
  }

  @Test
  void neitherFormPrintsIt() {
    Pass pass = Pass.random(RANDOM);
    SealedPass sealed = sealed(pass, "anna");

    assertThat(pass.toString() + sealed)
        .doesNotContain(pass.grouped().substring(0, 5), sealed.seal());
  }

  @Test
  void nothingTypedIsNoTry() {
    assertThat(Pass.typed(" -\u200b ").isEmpty()).isTrue();
  }

  @Test
  void itLivesAnHourAndThenLeavesTenMinutes() {
    PassTerm term = PassTerm.from(NOW);
    Duration tick = Duration.ofMillis(1);

    assertThat(term.isLiveAt(NOW.plus(Duration.ofHours(1)).minus(tick))).isTrue();
    assertThat(term.isLiveAt(NOW.plus(Duration.ofHours(1)))).isFalse();
    assertThat(PassTerm.isSetUpOpen(NOW, NOW.plus(Duration.ofMinutes(10)).minus(tick))).isTrue();
    assertThat(PassTerm.isSetUpOpen(NOW, NOW.plus(Duration.ofMinutes(10)))).isFalse();
  }

  @Test
  void noTermIsLonger() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PassTerm(NOW, NOW.plus(Duration.ofHours(1)).plusMillis(1)));
  }

  @Provide
  Arbitrary<Pass> passes() {
    return Arbitraries.randomValue(random -> Pass.random(RANDOM));
  }

  @Provide
  Arbitrary<String> fillers() {
    return Arbitraries.of("", " ", "-", " - ", "\t", "\u2013", "\u2010", "\u00a0", "\u200b");
  }

  private static SealedPass sealed(Pass pass, String user) {
    return new SealedPass("id", pass.sealedWith(KEY, "id", user), PassTerm.from(NOW));
  }

  private static boolean opens(SealedPass sealed, String typed, String user) {
    return sealed.opensBy(Pass.typed(typed), user, KEY);
  }
}
