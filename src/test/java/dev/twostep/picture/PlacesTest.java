package dev.twostep.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {

  private final Places places = new Places(3, 2);

  @Test
  void oneSenderCannotHaveThemAll() {
    assertThat(places.take("ann")).isTrue();
    assertThat(places.take("ann")).isTrue();
    assertThat(places.take("ann")).isFalse();
    assertThat(places.take("bob")).isTrue();
  }

  @Test
  void thereAreNoMoreThanThese() {
    places.take("ann");
    places.take("bob");
    places.take("cid");

    assertThat(places.take("dan")).isFalse();
    places.leave("bob");
    assertThat(places.take("dan")).isTrue();
    assertThat(places.take("bob")).isFalse();
  }

  @Test
  void whatIsLeftIsFreeAgain() {
    for (int i = 0; i < 10; i++) {
      assertThat(places.take("ann")).isTrue();
      assertThat(places.take("ann")).isTrue();
      places.leave("ann");
      places.leave("ann");
    }
  }
}
