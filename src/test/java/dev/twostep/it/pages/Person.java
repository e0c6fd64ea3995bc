package dev.twostep.it.pages;

/** A user of a realm under test, and the mobile number that is theirs alone. */
record Person(String id, String name, String number) {

  static final String PASSWORD = "secret";

  /** The number as its owner would type it in Germany. */
  String nationalNumber() {
    return "0" + number.substring("+49".length());
  }

  /** What a masked number still shows. */
  String lastDigits() {
    return number.substring(number.length() - 2);
  }
}
