package dev.twostep.it.codes;

/** A user whose phone and e-mail address are proven. */
record Person(String id, String name, String phone) {

  static final String PASSWORD = "secret";

  String email() {
    return name + "@example.test";
  }
}
