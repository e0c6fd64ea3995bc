package dev.twostep.bench;

import dev.twostep.fixture.server.EmbeddedDatabase;
import java.util.Map;

/** Copies of one user whom Keycloak made, by SQL; name, address and number follow from n. */
record UserRows(EmbeddedDatabase database, String realm) {

  /** {@code numbers} is a series called n. */
  void copy(BenchUser first, String numbers) {
    String mine = idOf(first);
    String name = "'user' || lpad(n::text, 5, '0')";
    String email = name + " || '@example.test'";
    RowCopies rows = new RowCopies(database);
    rows.copy(
        "user_entity",
        "id = " + mine,
        numbers,
        Map.of("id", newId("n"), "username", name, "email", email, "email_constraint", email));
    rows.copy(
        "credential",
        "user_id = " + mine,
        numbers,
        Map.of(
            "id",
            "md5(t.id || n)::uuid::text",
            "user_id",
            newId("n"),
            "secret_data",
            "replace(t.secret_data, '%s', '+49151' || (23000000 + n))".formatted(first.phone())));
    rows.copy("user_role_mapping", "user_id = " + mine, numbers, Map.of("user_id", newId("n")));
  }

  String idOf(BenchUser user) {
    return "(select id from user_entity where username = '%s' and realm_id = (select id from realm where name = '%s'))"
        .formatted(user.name(), realm);
  }

  /** The same every time, so that rows find each other without a join. */
  String newId(String number) {
    return "md5('%s-user-' || (%s))::uuid::text".formatted(realm, number);
  }
}
