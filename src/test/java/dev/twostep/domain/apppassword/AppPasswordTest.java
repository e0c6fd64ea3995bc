package dev.twostep.domain.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.code.ServerKey;
import dev.twostep.fixture.AbuseCase;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppPasswordTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ServerKey KEY = ServerKey.of(new byte[32]);

  @Test
  @AbuseCase("E08")
  @DisplayName("E08: more than 128 bits, drawn evenly at every place")
  void isLongAndEven() {
    assertThat(AppPassword.LENGTH * Math.log(AppPassword.ALPHABET.length()) / Math.log(2))
        .isGreaterThanOrEqualTo(128);
    int draws = 31_000;
    int[][] seen = new int[AppPassword.LENGTH][AppPassword.ALPHABET.length()];
    Set<String> all = new HashSet<>();
    for (int i = 0; i < draws; i++) {
      String text = AppPassword.random(RANDOM).grouped().replace("-", "");
      all.add(text);
      IntStream.range(0, AppPassword.LENGTH)
          .forEach(at -> seen[at][AppPassword.ALPHABET.indexOf(text.charAt(at))]++);
    }
    double expected = (double) draws / AppPassword.ALPHABET.length();

    assertThat(all).hasSize(draws);
    // Thirty degrees of freedom: 90 is p = 0.00000007, at each of 26 places.
    for (int[] place : seen) {
      assertThat(
              Arrays.stream(place)
                  .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                  .sum())
          .isLessThan(90);
    }
  }

  @Test
  void isShownInGroupsWithoutLookAlikes() {
    assertThat(AppPassword.random(RANDOM).grouped())
        .matches("([2-9A-HJKMNP-Z]{5}-){4}[2-9A-HJKMNP-Z]{6}");
  }

  @Test
  @AbuseCase("E21")
  @DisplayName("E21: case, blanks, separators and invisible characters make no difference")
  void isNormalisedOnce() {
    AppPassword password = AppPassword.random(RANDOM);
    SealedAppPassword sealed = sealed(password, "c1", "anna");
    String shown = password.grouped();

    for (String typed :
        new String[] {
          shown,
          shown.replace("-", ""),
          shown.toLowerCase(Locale.ROOT),
          "  " + shown + " \t\r\n",
          shown.replace("-", "\u2013"),
          shown.replace("-", " \u200B\u00A0"),
          "\uFEFF" + shown.replace("-", "\u202F")
        }) {
      assertThat(sealed.opensBy(AppPassword.typed(typed).orElseThrow(), "anna", KEY)).isTrue();
    }
  }

  @Test
  @AbuseCase("E21")
  @DisplayName("E21: one other character, one more or one less is another password")
  void comparesEveryCharacter() {
    AppPassword password = AppPassword.random(RANDOM);
    SealedAppPassword sealed = sealed(password, "c1", "anna");
    String text = password.grouped().replace("-", "");

    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == '2' ? '3' : '2';
      String typed = text.substring(0, i) + other + text.substring(i + 1);
      assertThat(sealed.opensBy(AppPassword.typed(typed).orElseThrow(), "anna", KEY)).isFalse();
    }
    assertThat(AppPassword.typed(text + "2")).isEmpty();
    assertThat(AppPassword.typed(text.substring(1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "secret",
        "correct horse battery staple",
        "0123456789ABCDEFGHJKMNPQRS",
        "ÄBCDEFGHJKMNPQRSTUVWXYZ234"
      })
  void ordinaryPasswordsAreNone(String typed) {
    assertThat(AppPassword.typed(typed)).isEmpty();
  }

  @Test
  @AbuseCase("E08")
  @DisplayName("E08: the seal is keyed, and good for its id, its user and this kind only")
  void isSealed() {
    AppPassword password = AppPassword.random(RANDOM);
    SealedAppPassword sealed = sealed(password, "c1", "anna");
    byte[] other = new byte[32];
    other[0] = 1;

    assertThat(sealed.seal()).matches("[0-9a-f]{64}");
    assertThat(sealed.opensBy(password, "anna", KEY)).isTrue();
    assertThat(sealed.opensBy(password, "bob", KEY)).isFalse();
    assertThat(sealed.opensBy(password, "anna", ServerKey.of(other))).isFalse();
    assertThat(new SealedAppPassword("c2", sealed.seal()).opensBy(password, "anna", KEY)).isFalse();
    assertThat(KEY.sealOf("c1", "anna", password.grouped().replace("-", "")))
        .isNotEqualTo(sealed.seal());
    assertThat(password.toString() + sealed)
        .doesNotContain(password.grouped().substring(0, 5))
        .doesNotContain(sealed.seal());
  }

  private static SealedAppPassword sealed(AppPassword password, String id, String user) {
    return new SealedAppPassword(id, password.sealedWith(KEY, id, user));
  }
}
