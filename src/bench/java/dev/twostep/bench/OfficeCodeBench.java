package dev.twostep.bench;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.limit.GuessGuard;
import dev.twostep.application.office.CheckOfficeCode;
import dev.twostep.application.office.CheckOfficeCode.Attempt;
import dev.twostep.application.office.OfficeDevices.Usable;
import dev.twostep.application.office.OfficeDevices.Visit;
import dev.twostep.application.office.OfficeOutcome;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.Locker;
import dev.twostep.domain.code.Otp;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.code.TimeSteps;
import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeOptions;
import dev.twostep.fixture.memory.InMemoryLedger;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.store.OfficeSecrets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.models.utils.Base32;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What a code of an office costs beside the database: every device's secret is unlocked and
 * compared, and the last one is right.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OfficeCodeBench {

  private static final Account ACCOUNT = new Account("realm", "user");
  private static final Office OFFICE =
      new Office("office", "Office", new OfficeOptions(true, false, false, true, Optional.empty()));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final Attempt ATTEMPT =
      new Attempt(ACCOUNT, new Visit("user", "client", "session", "net"), 1, GuessGuard.none());

  @Param({"1", "10", "100"})
  public int devices;

  private final List<String> locked = new ArrayList<>();
  private Locker locker = ServerKey.of(new byte[32]).locker(new SecureRandom());
  private Answer answer = Answer.typed("");

  public static void main(String... args) throws RunnerException {
    JmhTable.shareClassPath();
    new Runner(
            new OptionsBuilder()
                .include(OfficeCodeBench.class.getSimpleName())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .build())
        .run();
  }

  @Setup
  public void lock() {
    SecureRandom random = new SecureRandom();
    for (int n = 0; n < devices; n++) {
      byte[] secret = new byte[20];
      random.nextBytes(secret);
      String text = new AppKey(Base32.encode(secret), "HmacSHA1", 6, 30).text();
      locked.add(locker.lock(text, OfficeSecrets.place("device" + n)));
      long step = CLOCK.instant().getEpochSecond() / 30;
      answer = Answer.typed(Otp.at(secret, "HmacSHA1", step, 6).digits());
    }
  }

  @Benchmark
  public List<TimeSteps> unlock() {
    List<TimeSteps> all = new ArrayList<>();
    for (int n = 0; n < devices; n++) {
      all.add(steps(n));
    }
    return all;
  }

  @Benchmark
  public OfficeOutcome unlockAndCheck() {
    InMemoryLedger ledger = new InMemoryLedger().thatNeverFails();
    ledger.attach(ACCOUNT, OFFICE);
    for (int n = 0; n < devices; n++) {
      String id = "device" + n;
      ledger.equip("office", new Usable(id, id, 1, steps(n), Long.MIN_VALUE, Long.MIN_VALUE));
    }
    OfficeOutcome outcome =
        new CheckOfficeCode(ledger, (realm, code, text) -> {}, CLOCK).check(ATTEMPT, answer);
    if (!(outcome instanceof OfficeOutcome.Accepted)) {
      throw new IllegalStateException("not accepted: " + outcome);
    }
    return outcome;
  }

  private TimeSteps steps(int device) {
    return locker
        .unlock(locked.get(device), OfficeSecrets.place("device" + device))
        .flatMap(AppKey::of)
        .orElseThrow()
        .steps(1);
  }
}
