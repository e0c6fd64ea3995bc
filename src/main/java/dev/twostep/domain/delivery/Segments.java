package dev.twostep.domain.delivery;

/** How many SMS a text takes: a phone bill counts segments, not messages. */
final class Segments {

  private static final int GSM_SINGLE = 160;
  private static final int GSM_PART = 153;
  private static final int UCS2_SINGLE = 70;
  private static final int UCS2_PART = 67;

  private Segments() {}

  static int of(String text) {
    return Gsm7.holds(text)
        ? count(Gsm7.septets(text), GSM_SINGLE, GSM_PART)
        : count(text.length(), UCS2_SINGLE, UCS2_PART);
  }

  /** A longer text loses some room of each part to the header that joins the parts. */
  private static int count(int length, int single, int part) {
    return length <= single ? 1 : (length + part - 1) / part;
  }
}
