package dev.twostep.domain.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TwoWordsTest {

  @Test
  void thereAreEnoughAndNoTwoAreTakenForOneAnother() {
    assertThat(TwoWords.all())
        .hasSizeGreaterThanOrEqualTo(128)
        .doesNotHaveDuplicates()
        .allMatch(word -> word.matches("[A-Z][a-z]{2,11}"));
  }

  @Test
  void drawsTwoDifferentOnesOfAll() {
    Random random = new Random(7);
    List<String> drawn = Stream.generate(() -> TwoWords.draw(random)).limit(5000).toList();

    assertThat(drawn).allMatch(words -> words.matches("[A-Z][a-z]+ [A-Z][a-z]+"));
    assertThat(drawn).noneMatch(words -> words.matches("(\\w+) \\1"));
    assertThat(drawn.stream().flatMap(words -> Stream.of(words.split(" ", -1))).distinct())
        .containsExactlyInAnyOrderElementsOf(TwoWords.all());
  }
}
