package dev.twostep.domain.delivery;

/**
 * What a text costs as an SMS.
 *
 * @param alphabet {@code GSM-7} or {@code UCS-2}
 * @param length in places of that alphabet
 */
public record SmsSize(String alphabet, int length, int segments) {

  public static SmsSize of(String text) {
    boolean cheap = Gsm7.holds(text);
    return new SmsSize(
        cheap ? "GSM-7" : "UCS-2", cheap ? Gsm7.septets(text) : text.length(), Segments.of(text));
  }
}
