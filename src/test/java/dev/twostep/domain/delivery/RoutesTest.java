package dev.twostep.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.contact.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

  private static final List<String> KNOWN = List.of("main", "backup", "world");
  private static final PhoneNumber GERMAN = PhoneNumber.ofE164("+4915112345678");
  private static final PhoneNumber DUTCH = PhoneNumber.ofE164("+31612345678");

  @Test
  void prefixesChooseAmongGateways() {
    Routes routes = read("main +49 +43\nbackup +49\nworld");

    assertThat(order(routes, GERMAN)).containsExactly("main", "backup", "world");
    assertThat(order(routes, DUTCH)).containsExactly("world");
  }

  @Test
  void noEntryMayFit() {
    assertThat(order(read("main +49"), DUTCH)).isEmpty();
  }

  @Test
  void theFirstTryIsDrawnByWeightAndTheOthersFollowTheList() {
    Routes routes = read("main 80 +49\nbackup 20 +49\nworld");

    Map<List<String>, Long> orders =
        IntStream.range(0, 10_000)
            .mapToObj(letter -> routes.order(GERMAN, "letter-" + letter, Set.of()))
            .collect(Collectors.groupingBy(order -> order, Collectors.counting()));

    assertThat(orders)
        .containsOnlyKeys(List.of("main", "backup", "world"), List.of("backup", "main", "world"));
    assertThat(orders.get(List.of("main", "backup", "world"))).isBetween(7_800L, 8_200L);
  }

  @Test
  void theSameLetterDrawsTheSameOnEveryNode() {
    Routes routes = read("main 50\nbackup 50");

    assertThat(IntStream.range(0, 100).mapToObj(n -> routes.order(GERMAN, "letter", Set.of())))
        .containsOnly(routes.order(GERMAN, "letter", Set.of()));
  }

  @Test
  void aWeightOfZeroIsNeverDrawnButStillFollows() {
    Routes routes = read("main 0\nbackup 1");

    for (int letter = 0; letter < 100; letter++) {
      assertThat(routes.order(GERMAN, "letter-" + letter, Set.of()))
          .containsExactly("backup", "main");
    }
  }

  @Test
  void onlyZeroesMeanTheOrderOfTheList() {
    assertThat(order(read("main 0\nbackup 0"), GERMAN)).containsExactly("main", "backup");
  }

  @Test
  void aGatewayThatHadThisCodeBeforeComesLast() {
    Routes routes = read("main 1\nbackup\nworld");

    assertThat(routes.order(GERMAN, "resend", Set.of("main")))
        .containsExactly("backup", "world", "main");
  }

  @Test
  void aGatewayThatIsListedTwiceIsTriedOnce() {
    assertThat(order(read("main +49\nbackup\nmain"), GERMAN)).containsExactly("main", "backup");
  }

  @ParameterizedTest
  @ValueSource(strings = {"main\r\n\r\nbackup", "  main  \n\tbackup\t", "main\nbackup\n\n"})
  void blanksAndEmptyLinesDoNotMatter(String text) {
    assertThat(order(read(text), GERMAN)).containsExactly("main", "backup");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "man 80 +49        | line 1: no gateway is called man; this realm has main, backup, world",
        "main 1001         | line 1: a weight is a number from 0 to 1000, not 1001",
        "main 99999999999  | line 1: a weight is a number from 0 to 1000, not 99999999999",
        "main -1           | not -1",
        "main 80 49        | not 49",
        "main 80 +0        | not +0",
        "main +49 80       | not 80",
        "main 80 DE        | not DE",
        "main 1.5          | not 1.5",
        "main ²            | not ²",
      })
  void whatCannotBeReadIsNamed(String line, String problem) {
    assertThat(ParsedRoutes.of(line, KNOWN))
        .isInstanceOfSatisfying(
            ParsedRoutes.Invalid.class,
            unreadable ->
                assertThat(unreadable.problems()).singleElement().asString().endsWith(problem));
  }

  @Test
  void allWrongLinesAreNamedAtOnce() {
    assertThat(ParsedRoutes.of("man\nmain\nbackup heavy", KNOWN))
        .isInstanceOfSatisfying(
            ParsedRoutes.Invalid.class,
            unreadable ->
                assertThat(unreadable.problems())
                    .hasSize(2)
                    .anyMatch(problem -> problem.startsWith("line 1"))
                    .anyMatch(problem -> problem.startsWith("line 3")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n"})
  void anEmptyListIsNoList(String text) {
    assertThat(ParsedRoutes.of(text, KNOWN)).isInstanceOf(ParsedRoutes.Invalid.class);
  }

  private static List<String> order(Routes routes, PhoneNumber to) {
    return routes.order(to, "any", Set.of());
  }

  private static Routes read(String text) {
    return ((ParsedRoutes.Valid) ParsedRoutes.of(text, KNOWN)).routes();
  }
}
