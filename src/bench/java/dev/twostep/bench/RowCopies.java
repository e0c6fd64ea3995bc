package dev.twostep.bench;

import dev.twostep.fixture.server.EmbeddedDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Many copies of rows that Keycloak itself made, by the database: only the columns that must differ
 * are named, so the rest is as Keycloak wants it.
 */
record RowCopies(EmbeddedDatabase database) {

  /**
   * Copies rows.
   *
   * @param where which rows, by columns of the table alone
   * @param source what makes the numbers, such as {@code generate_series(1, 9) n}
   * @param changed SQL by column; may use {@code t.} for the row copied, and the numbers
   */
  void copy(String table, String where, String source, Map<String, String> changed) {
    List<String> columns = columns(table);
    String values =
        columns.stream()
            .map(column -> changed.getOrDefault(column, "t." + column))
            .collect(Collectors.joining(", "));
    database.sql(
        "insert into %s (%s) select %s from (select * from %s where %s) t cross join %s"
            .formatted(table, String.join(", ", columns), values, table, where, source));
  }

  private List<String> columns(String table) {
    return database
        .sql(
            "select column_name::text as name from information_schema.columns"
                + " where table_schema = 'public' and table_name = ? order by ordinal_position",
            table)
        .stream()
        .map(row -> (String) row.get("name"))
        .toList();
  }
}
