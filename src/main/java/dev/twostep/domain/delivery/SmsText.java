package dev.twostep.domain.delivery;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The text of one SMS with a code, made to fit one segment: the name in it gives way, the words,
 * the code and the origin line never do.
 *
 * @param segments more than one only if words and code alone are longer than that
 * @param tooLongHost the origin line was left out because of its host: {@code setup} reports it
 */
public record SmsText(String text, int segments, boolean originBound, boolean tooLongHost) {

  /** Longer names are cut before anything else is tried. */
  private static final int LONGEST_NAME = 160;

  public boolean fits() {
    return segments == 1;
  }

  /**
   * Puts words, name and origin line together.
   *
   * @param words makes the sentence with the code from a name, in the user's language
   * @param name of the organization or realm, as somebody typed it
   */
  public static SmsText compose(UnaryOperator<String> words, String name, Origin origin) {
    String ending = origin.line().map(line -> "\n" + line).orElse("");
    UnaryOperator<String> whole = candidate -> words.apply(candidate).strip() + ending;
    String text =
        texts(whole, oneLine(name), oneLine(origin.host()))
            .filter(candidate -> Segments.of(candidate) == 1)
            .findFirst()
            .orElseGet(() -> Gsm7.resembling(whole.apply("")));
    return new SmsText(text, Segments.of(text), !ending.isEmpty(), origin.isHostTooLong());
  }

  /**
   * Puts words, name and a link together; whoever reads the link on a phone needs it whole, so a
   * long one costs a second segment.
   */
  public static SmsText linked(UnaryOperator<String> words, String name, String link) {
    UnaryOperator<String> whole = candidate -> words.apply(candidate).strip() + "\n" + link;
    String line = oneLine(name);
    String text =
        texts(whole, line)
            .filter(candidate -> Segments.of(candidate) == 1)
            .findFirst()
            .orElseGet(() -> Gsm7.resembling(whole.apply(line)));
    return new SmsText(text, Segments.of(text), false, false);
  }

  /** From the best text to the poorest: as typed, look-alikes, shortened; then with the host. */
  private static Stream<String> texts(UnaryOperator<String> whole, String name, String host) {
    return Stream.of(name, host)
        .filter(candidate -> !candidate.isEmpty())
        .flatMap(candidate -> texts(whole, candidate));
  }

  private static Stream<String> texts(UnaryOperator<String> whole, String name) {
    UnaryOperator<String> plain = candidate -> Gsm7.resembling(whole.apply(candidate));
    String plainName = Gsm7.only(Gsm7.resembling(name)).replaceAll("\\s+", " ").strip();
    return Stream.of(
            Stream.of(whole.apply(name), plain.apply(name)),
            shortened(plainName, "...").map(plain),
            shortened(name, "…").map(whole))
        .flatMap(candidates -> candidates);
  }

  /** The name, then ever shorter beginnings of it, at least one character long. */
  private static Stream<String> shortened(String name, String mark) {
    int length = name.codePointCount(0, name.length());
    Stream<String> cut =
        IntStream.iterate(length - 1, end -> end > 0, end -> end - 1)
            .mapToObj(end -> name.substring(0, name.offsetByCodePoints(0, end)).strip() + mark);
    return name.isEmpty() ? Stream.empty() : Stream.concat(Stream.of(name), cut);
  }

  /** Whatever could start a line of its own, turn the text around or hide in it becomes a space. */
  private static String oneLine(String name) {
    String line = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cn}\\s]+", " ").strip();
    int end = line.codePointCount(0, line.length());
    return line.substring(0, line.offsetByCodePoints(0, Math.min(LONGEST_NAME, end))).strip();
  }

  @Override
  public String toString() {
    return "SmsText[segments=" + segments + ", originBound=" + originBound + "]";
  }
}
