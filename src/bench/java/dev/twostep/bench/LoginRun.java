package dev.twostep.bench;

import dev.twostep.bench.Arrivals.Outcome;
import dev.twostep.fixture.server.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The parts of the measurement, one after another, on a server that has its realms. */
final class LoginRun {

  /** Counted so often, as the server has statements of its own now and then. */
  private static final int COUNTED_BLOCKS = 2;

  /** After so many rounds of warm-up the compiler may catch up. */
  private static final int BREATH = 5;

  private final Settings settings;
  private final Rounds rounds;
  private final Warmth warmth;
  private final Consumer<String> say;

  LoginRun(Settings settings, Rounds rounds, Warmth warmth, Consumer<String> say) {
    this.warmth = warmth;
    this.settings = settings;
    this.rounds = rounds;
    this.say = say;
  }

  List<Measurement> measure() {
    Progress progress = new Progress(settings.warmUp() + settings.rounds());
    for (int round = 1; round <= settings.warmUp(); round++) {
      rounds.round(-round);
      if (round % BREATH == 0 || round == settings.warmUp()) {
        warmth.settle();
      }
      say.accept(progress.step("Warm-up " + round + " of " + settings.warmUp()));
    }
    List<Measurement> all = new ArrayList<>();
    for (int round = 1; round <= settings.rounds(); round++) {
      all.addAll(rounds.round(round));
      say.accept(progress.step("Round " + round + " of " + settings.rounds()));
    }
    return all;
  }

  /** SQL of each variant; the lists of statements go into that folder. */
  Map<Variant, Statements> count(EmbeddedDatabase database, Path folder) {
    Progress progress = new Progress(COUNTED_BLOCKS * settings.variants().size());
    Map<Variant, Statements> counted = new EnumMap<>(Variant.class);
    for (int time = 0; time < COUNTED_BLOCKS; time++) {
      for (Variant variant : settings.variants()) {
        Path list = folder.resolve("statements-" + variant.word() + ".txt");
        Runnable block = () -> rounds.block(0, variant);
        counted.merge(
            variant,
            Statements.during(database, list, settings.logins(), block),
            Statements::orFewer);
        say.accept(progress.step("Counted SQL of: " + variant.label()));
      }
    }
    return counted;
  }

  /** Each variant's arrivals in turn. */
  Map<Variant, Outcome> arrive(Arrivals arrivals) {
    Map<Variant, Outcome> outcomes = new EnumMap<>(Variant.class);
    if (arrivals.settings().logins() == 0) {
      return outcomes;
    }
    letAllRest();
    Progress progress = new Progress(settings.variants().size());
    for (Variant variant : settings.variants()) {
      Outcome outcome = arrivals.of(variant);
      outcomes.put(variant, outcome);
      say.accept(progress.step("Arrived: " + variant.label()));
      if (outcome.errors() > 0) {
        say.accept(outcome.errors() + " failed, first: " + outcome.firstError());
      }
    }
    return outcomes;
  }

  /** The last variant alone, after everything else: the server is as warm as it gets. */
  void record(FlightRecording recording) {
    Variant last = settings.variants().get(settings.variants().size() - 1);
    letAllRest();
    say.accept("Recording: " + last.label());
    recording.during(
        () -> {
          for (int block = 0; block < Settings.recordedBlocks(); block++) {
            rounds.block(0, last);
          }
        });
    say.accept("Recorded: " + recording.file());
  }

  /** Who has just arrived is of no block, so blocks do not know to wait. */
  private void letAllRest() {
    say.accept("Letting all users rest");
    LockSupport.parkNanos(Rounds.REST_OF_A_USER.toNanos());
  }
}
