package dev.twostep.bench;

import dev.twostep.fixture.server.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** SQL per login: statements, and the transactions around them. */
record Statements(double queries, double transactions) {

  /** To be called before the server connects: has transactions counted, too. */
  static void prepare(EmbeddedDatabase database) {
    database.sql("alter role postgres set pg_stat_statements.track_utility = on");
  }

  /** Counts during one block of logins, and writes down which statements they were. */
  static Statements during(
      EmbeddedDatabase database, Path report, int logins, Runnable blockOfLogins) {
    Map<String, Long> calls = database.statementsDuring(blockOfLogins);
    write(report, calls, logins);
    long begun = calls.getOrDefault("BEGIN", 0L);
    long queries =
        calls.entrySet().stream().filter(Statements::asks).mapToLong(Map.Entry::getValue).sum();
    return new Statements((double) queries / logins, (double) begun / logins);
  }

  /** The fewer of both: what the server does by itself now and then is no login's. */
  Statements orFewer(Statements other) {
    return new Statements(
        Math.min(queries, other.queries), Math.min(transactions, other.transactions));
  }

  private static boolean asks(Map.Entry<String, Long> call) {
    return switch (firstWord(call.getKey())) {
      case "select", "insert", "update", "delete", "with", "merge" -> true;
      default -> false;
    };
  }

  private static String firstWord(String statement) {
    return statement.strip().toLowerCase(Locale.ROOT).split("\\W", 2)[0];
  }

  private static void write(Path report, Map<String, Long> calls, int logins) {
    String text =
        calls.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .map(
                call ->
                    String.format(
                        Locale.ROOT,
                        "%7.2f  %s",
                        (double) call.getValue() / logins,
                        call.getKey().replaceAll("\\s+", " ")))
            .collect(Collectors.joining("\n", "per login  statement\n", "\n"));
    try {
      Files.writeString(report, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
