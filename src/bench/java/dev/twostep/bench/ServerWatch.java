package dev.twostep.bench;

import dev.twostep.fixture.server.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Looks at the server while messages are in flight: its threads, and its database connections. */
record ServerWatch(long pid, EmbeddedDatabase database) {

  /** Threads of the extension, by their names. */
  int threads() {
    try {
      Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
      Process process =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid), "Thread.print")
              .redirectErrorStream(true)
              .start();
      long found =
          process.inputReader().lines().filter(line -> line.startsWith("\"twostep")).count();
      process.waitFor(10, TimeUnit.SECONDS);
      return (int) found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Transactions that have been open for longer than any statement of a login takes. */
  long longTransactions() {
    return (Long)
        database
            .sql(
                "select count(*) as held from pg_stat_activity where datname = current_database()"
                    + " and xact_start < clock_timestamp() - interval '2 seconds'")
            .get(0)
            .get("held");
  }
}
