package dev.twostep.keycloak.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.office.JoinOutcome;
import dev.twostep.keycloak.office.AccountList.Line;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of accounts as offices send them. */
class AccountListTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final List<Line> TWO =
      List.of(new Line(1, "10", "müller"), new Line(2, "20", "wei\u00DF"));

  @Test
  @DisplayName("UTF-8, with or without its mark, and Windows-1252 read alike")
  void encodings() {
    String text = "10;müller\n20;wei\u00DF\n";

    assertThat(read(text)).isEqualTo(TWO);
    assertThat(read("\uFEFF" + text)).isEqualTo(TWO);
    assertThat(lines(text.getBytes(WINDOWS))).isEqualTo(TWO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10;müller\n20;wei\u00DF",
        "10,müller\n20,wei\u00DF\n",
        "10;müller\r\n20;wei\u00DF\r\n",
        "\"10\";\"müller\"\n\"20\";\"wei\u00DF\"\n",
        " 10 ; müller \n 20 ; wei\u00DF \n"
      })
  void separatorsQuotesAndEndsOfLine(String text) {
    assertThat(read(text)).isEqualTo(TWO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Customer number;User name\n10;anna",
        "user_name;customer-no\nanna;10",
        "Kundennummer,Benutzername\n10,anna",
        "Name;Kunden-Nr.;Benutzer\nAnna A.;10;anna",
        "klantnummer;gebruikersnaam\n10;anna",
        "\"Kundennr\";\"Anmeldename\"\n\"10\";\"anna\"",
        "Klant;iets\n10;anna"
      })
  @DisplayName("A header in any of the three languages says where what is")
  void headers(String text) {
    assertThat(read(text)).containsExactly(new Line(2, "10", "anna"));
  }

  @Test
  void withoutAHeaderTheNumberComesFirst() {
    assertThat(read("10;anna;and more\n")).containsExactly(new Line(1, "10", "anna"));
  }

  @Test
  void aColumnOfUserNamesHasNoNumbers() {
    assertThat(read("username\nanna\nben\n"))
        .containsExactly(new Line(2, "", "anna"), new Line(3, "", "ben"));
  }

  @Test
  void quotedFieldsMayHoldSeparatorsAndQuotes() {
    assertThat(read("\"1;0\";\"an\"\"na\"")).containsExactly(new Line(1, "1;0", "an\"na"));
  }

  @Test
  void emptyLinesAreNoLinesButAreCounted() {
    assertThat(read("\n10;anna\n\n;\n20;ben\n\n"))
        .containsExactly(new Line(2, "10", "anna"), new Line(5, "20", "ben"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "10;", "10;\"an\nna\"", "10;\"anna\n20;ben\n30;carl", "10;a\tb"})
  @DisplayName("A line without a user name or with an open quotation mark is malformed")
  void malformed(String text) {
    assertThat(read(text)).hasSize(1).allMatch(Line::isMalformed);
  }

  @Test
  void whatIsTooLongIsMalformedAndCutForTheRecord() {
    List<Line> lines = read("1;" + "x".repeat(300) + "\n" + "2".repeat(101) + ";anna\n3;ben");

    assertThat(lines).extracting(Line::isMalformed).containsExactly(true, true, false);
    assertThat(lines.get(0).shortened().user()).hasSize(100);
    assertThat(lines.get(1).shortened().customer()).hasSize(100);
  }

  @Test
  void nothingIsNoList() {
    assertThat(AccountList.of(new byte[0]).lines()).isZero();
    assertThat(AccountList.of("Kundennummer;Benutzername\n".getBytes(WINDOWS)).lines()).isZero();
  }

  @Test
  void tenThousandLines() {
    String text =
        IntStream.range(0, 10_000)
            .mapToObj(i -> (100_000 + i) + ";user" + i)
            .collect(Collectors.joining("\r\n", "Kundennummer;Benutzername\r\n", "\r\n"));
    AccountList list = AccountList.of(text.getBytes(StandardCharsets.UTF_8));

    assertThat(list.lines()).isEqualTo(10_000);
    try (Stream<Line> lines = list.read()) {
      assertThat(lines.skip(9_999)).containsExactly(new Line(10_001, "109999", "user9999"));
    }
  }

  @Test
  @DisplayName("Two lines about one user are one line, or a contradiction")
  void duplicates() {
    ListReading reading = new ListReading(false);

    assertThat(reading.look(new Line(1, "10", "Anna")).settled()).isEmpty();
    ListReading.Seen same = reading.look(new Line(2, "10", "anna"));
    assertThat(same.settled()).isEmpty();
    assertThat(same.repeated()).isTrue();
    assertThat(reading.look(new Line(3, "11", "ANNA")).settled()).contains(JoinOutcome.DUPLICATE);
    assertThat(reading.look(new Line(4, "12", "")).settled()).contains(JoinOutcome.MALFORMED);
  }

  private static List<Line> read(String text) {
    return lines(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Line> lines(byte[] bytes) {
    AccountList list = AccountList.of(bytes);
    try (Stream<Line> lines = list.read()) {
      List<Line> all = lines.toList();
      assertThat(list.lines()).isEqualTo(all.size());
      return all;
    }
  }
}
