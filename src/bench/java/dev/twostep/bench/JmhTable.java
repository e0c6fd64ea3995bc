package dev.twostep.bench;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs JMH benchmarks in a JVM of their own each, and makes a table of what they took. */
final class JmhTable {

  private JmhTable() {}

  static String of(Class<?>... benchmarks) throws RunnerException {
    shareClassPath();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .forks(2)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1));
    Arrays.stream(benchmarks).forEach(one -> options.include("\\." + one.getSimpleName() + "\\."));
    String rows =
        new Runner(options.build())
            .run().stream()
                .map(JmhTable::row)
                .collect(
                    Collectors.joining("", "| what | µs (± error, 99.9 %) |\n|---|---|\n", "\n"));
    return rows
        + "JMH, two forks of five iterations of a second each, after three that do not count. "
        + Machine.description()
        + "\n";
  }

  /** The same class path for the JVM that measures as Maven has for this one. */
  static void shareClassPath() {
    if (JmhTable.class.getClassLoader() instanceof URLClassLoader maven) {
      List<String> path = new ArrayList<>();
      for (URL url : maven.getURLs()) {
        path.add(Path.of(url.getPath()).toString());
      }
      System.setProperty("java.class.path", String.join(":", path));
    }
  }

  private static String row(RunResult run) {
    BenchmarkParams params = run.getParams();
    String name = params.getBenchmark();
    String given =
        params.getParamsKeys().stream()
            .map(key -> ", " + key + " " + params.getParam(key))
            .collect(Collectors.joining());
    Result<?> result = run.getPrimaryResult();
    return String.format(
        Locale.ROOT,
        "| `%s`%s | %s (± %s) |\n",
        name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
        given,
        threeDigits(result.getScore()),
        threeDigits(result.getScoreError()));
  }

  private static String threeDigits(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
