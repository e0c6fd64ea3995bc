package dev.twostep.keycloak.office;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a list has its customer numbers and its user names.
 *
 * @param header whether the first line says so
 * @param customer less than zero if there are none
 */
record ListColumns(boolean header, int customer, int user) {

  private static final Set<String> CUSTOMER =
      Set.of(
          "customer",
          "customernumber",
          "customerno",
          "customerid",
          "kunde",
          "kundennummer",
          "kundennr",
          "kundenr",
          "klant",
          "klantnummer",
          "klantnr");

  private static final Set<String> USER =
      Set.of(
          "user",
          "username",
          "login",
          "loginname",
          "benutzer",
          "benutzername",
          "anmeldename",
          "gebruiker",
          "gebruikersnaam");

  /** What the first line says; without a header the number comes first. */
  static ListColumns of(List<String> first) {
    List<String> names = first.stream().map(ListColumns::plain).toList();
    int customer = find(names, CUSTOMER);
    int user = find(names, USER);
    if (user >= 0) {
      return new ListColumns(true, customer, user);
    }
    return customer >= 0 && names.size() == 2
        ? new ListColumns(true, customer, 1 - customer)
        : new ListColumns(false, 0, 1);
  }

  private static int find(List<String> names, Set<String> known) {
    for (int i = 0; i < names.size(); i++) {
      if (known.contains(names.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }
}
