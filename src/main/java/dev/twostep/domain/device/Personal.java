package dev.twostep.domain.device;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What others may know of a user, and try as a passcode.
 *
 * @param names the user name and what stands before the {@code @} of addresses
 * @param dates such as that of birth, however they are written
 */
public record Personal(List<String> names, List<String> numbers, List<String> dates) {

  private static final int LEAST_NAME = 3;
  private static final int LEAST_DIGITS = 6;

  public Personal {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
    dates = List.copyOf(dates);
  }

  public static Personal nothing() {
    return new Personal(List.of(), List.of(), List.of());
  }

  boolean knows(String passcode) {
    String plain = plain(passcode);
    return names.stream().map(Personal::plain).anyMatch(name -> isOfName(plain, name))
        || numbers.stream().map(Personal::digits).anyMatch(number -> isOfNumber(plain, number))
        || dates.stream().flatMap(Personal::writtenAs).anyMatch(plain::equals);
  }

  private static boolean isOfName(String passcode, String name) {
    return name.length() >= LEAST_NAME && (passcode.contains(name) || name.contains(passcode));
  }

  private static boolean isOfNumber(String passcode, String number) {
    return number.length() >= LEAST_DIGITS
        && (number.contains(passcode) || passcode.contains(number));
  }

  /** Year, month and day in every order, and with two digits of the year. */
  private static Stream<String> writtenAs(String date) {
    String[] parts = date.strip().split("[^0-9]+", -1);
    if (parts.length < 3) {
      return Stream.of(digits(date));
    }
    boolean yearFirst = parts[0].length() == 4;
    String year = yearFirst ? parts[0] : parts[2];
    String day = two(yearFirst ? parts[2] : parts[0]);
    String month = two(parts[1]);
    String shortYear = year.length() == 4 ? year.substring(2) : year;
    return Stream.of(year, shortYear)
        .flatMap(
            y ->
                Stream.of(
                    y + month + day,
                    y + day + month,
                    day + month + y,
                    month + day + y,
                    day + y + month,
                    month + y + day));
  }

  private static String two(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  @Override
  public String toString() {
    return "Personal[******]";
  }
}
