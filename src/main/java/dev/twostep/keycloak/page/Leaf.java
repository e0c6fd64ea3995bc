package dev.twostep.keycloak.page;

import org.jspecify.annotations.Nullable;

/**
 * Which part of an office's long lists is asked for; pages are counted from 0.
 *
 * @param search the beginning of a user name or a customer number
 */
record Leaf(String search, int accounts, int log) {

  private static final int LONGEST = 100;

  static Leaf of(Reception reception) {
    String typed = reception.query("search");
    String search = typed == null ? "" : typed.strip();
    return new Leaf(
        search.substring(0, Math.min(search.length(), LONGEST)),
        number(reception.query("accounts")),
        number(reception.query("log")));
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }
}
