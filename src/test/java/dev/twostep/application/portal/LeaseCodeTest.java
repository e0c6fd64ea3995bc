package dev.twostep.application.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.portal.Leases.Job;
import dev.twostep.application.portal.ReportCode.Report;
import dev.twostep.domain.code.TimeSteps;
import dev.twostep.domain.portal.LeaseOutcome;
import dev.twostep.domain.portal.LeaseOutcome.Handed;
import dev.twostep.domain.portal.LeaseOutcome.Reserved;
import dev.twostep.domain.portal.PortalState;
import dev.twostep.domain.portal.ReportOutcome;
import dev.twostep.domain.portal.TrackRecord;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.memory.InMemoryLeases;
import dev.twostep.fixture.memory.StepClock;
import dev.twostep.fixture.portal.PortalDouble;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseCodeTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Duration PERIOD = Duration.ofSeconds(30);

  private final StepClock clock = new StepClock();
  private final InMemoryLeases leases = new InMemoryLeases();
  private final LeaseCode lease = new LeaseCode(leases, clock);
  private final ReportCode report = new ReportCode(leases, clock);

  LeaseCodeTest() {
    TimeSteps steps = new TimeSteps(new TimeSteps.Secret(SECRET, "HmacSHA1"), PERIOD, 6, 0);
    leases.codes = Optional.of(new Leases.Codes(PERIOD, steps::codeAt));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -130, 47})
  @DisplayName("Fifty jobs at once: no step twice, and no code that the portal refuses")
  void fiftyJobs(int ahead) throws Exception {
    PortalDouble portal =
        new PortalDouble(SECRET, PERIOD, Clock.offset(clock, Duration.ofSeconds(ahead)));
    leases.track = new TrackRecord(0, Duration.ofSeconds(ahead));
    List<String> waiting =
        new ArrayList<>(IntStream.range(0, 50).mapToObj(Integer::toString).toList());
    ExecutorService robots = Executors.newFixedThreadPool(50);
    try {
      for (int second = 0; second < 51 * 30 && !waiting.isEmpty(); second++) {
        List<Callable<Boolean>> asking = new ArrayList<>();
        waiting.forEach(job -> asking.add(() -> logsIn(portal, job)));
        List<Future<Boolean>> answers = robots.invokeAll(asking);
        for (int i = answers.size() - 1; i >= 0; i--) {
          if (answers.get(i).get()) {
            waiting.remove(i);
          }
        }
        clock.forward(Duration.ofSeconds(1));
      }
    } finally {
      robots.shutdownNow();
    }

    assertThat(waiting).isEmpty();
    assertThat(portal.logins()).isEqualTo(50);
    assertThat(portal.refusals() + portal.replays()).isZero();
    assertThat(leases.steps()).hasSize(50).doesNotHaveDuplicates();
  }

  private boolean logsIn(PortalDouble portal, String job) {
    return lease.lease(InMemoryLeases.PORTAL, new Job("robot", job)) instanceof Handed handed
        && portal.login(handed.code());
  }

  @Test
  @DisplayName(
      "H29 A second job in one step gets the next one, and nobody a code that is nearly over")
  @AbuseCase("H29")
  void oneCodePerStep() {
    Handed first = (Handed) ask("one");
    assertThat(first.slot().left(clock.instant())).isEqualTo(PERIOD);

    Reserved second = (Reserved) ask("two");
    assertThat(second.slot().step()).isEqualTo(first.slot().step() + 1);
    assertThat(second.slot().waiting(clock.instant())).isEqualTo(PERIOD);

    clock.forward(Duration.ofSeconds(29));
    Reserved late = (Reserved) ask("three");
    assertThat(late.slot().step()).isEqualTo(first.slot().step() + 2);
    assertThat(leases.handed).isEqualTo(1);
  }

  @Test
  void theSameJobGetsTheSameAnswerWhileItsStepLasts() {
    Handed first = (Handed) ask("one");
    clock.forward(Duration.ofSeconds(27));

    Handed again = (Handed) ask("one");
    assertThat(again.code()).isEqualTo(first.code());
    assertThat(again.lease().id()).isEqualTo(first.lease().id());
    assertThat(again.first()).isFalse();

    clock.forward(Duration.ofSeconds(1));
    assertThat(((Reserved) ask("one")).slot().step()).isEqualTo(first.slot().step() + 1);
  }

  @Test
  void aReservationIsTheJobsUntilItsStepIsOver() {
    ask("one");
    Reserved two = (Reserved) ask("two");
    assertThat(((Reserved) ask("two")).slot()).isEqualTo(two.slot());

    clock.set(two.slot().begins());
    assertThat(((Handed) ask("two")).slot().step()).isEqualTo(two.slot().step());

    Reserved three = (Reserved) ask("three");
    clock.set(three.slot().ends().minusSeconds(6));
    assertThat(((Reserved) ask("three")).slot().step()).isEqualTo(three.slot().step() + 1);
  }

  @Test
  void sixtyMayWait() {
    IntStream.rangeClosed(0, LeaseCode.MOST_WAITING)
        .forEach(job -> assertThat(ask("job" + job)).isNotInstanceOf(LeaseOutcome.Crowded.class));

    assertThat(ask("late")).isInstanceOf(LeaseOutcome.Crowded.class);
    assertThat(leases.steps()).hasSize(LeaseCode.MOST_WAITING + 1);
  }

  @Test
  void threeRefusalsInARowStopThePortal() {
    assertThat(refusedOnce("one")).isEqualTo(false);
    assertThat(refusedOnce("two")).isEqualTo(false);
    assertThat(refusedOnce("three")).isEqualTo(true);

    assertThat(ask("four")).isEqualTo(new LeaseOutcome.Stopped(PortalState.REFUSED));
  }

  @Test
  void anAcceptedCodeBetweenThemGoesOn() {
    refusedOnce("one");
    refusedOnce("two");
    handedIn("three");
    report.report(InMemoryLeases.PORTAL, job("three"), new Report(true, Optional.empty()));
    refusedOnce("four");

    assertThat(leases.state).isEqualTo(PortalState.ACTIVE);
  }

  @Test
  void aReportCountsOnceAndDoesNotChangeItsMind() {
    handedIn("one");
    Report refused = new Report(false, Optional.empty());
    report.report(InMemoryLeases.PORTAL, job("one"), refused);

    assertThat(report.report(InMemoryLeases.PORTAL, job("one"), refused))
        .isInstanceOf(ReportOutcome.Repeated.class);
    assertThat(report.report(InMemoryLeases.PORTAL, job("one"), new Report(true, Optional.empty())))
        .isInstanceOf(ReportOutcome.Contradicted.class);
    assertThat(leases.track.refusals()).isEqualTo(1);
    assertThat(report.report(InMemoryLeases.PORTAL, job("two"), refused))
        .isEqualTo(new ReportOutcome.Unknown());
  }

  @Test
  void aPortalWhoseClockIsOffIsRightAfterOneRefusal() {
    PortalDouble portal =
        new PortalDouble(SECRET, PERIOD, Clock.offset(clock, Duration.ofSeconds(100)));
    Handed first = (Handed) ask("one");
    assertThat(portal.login(first.code())).isFalse();
    report.report(InMemoryLeases.PORTAL, job("one"), new Report(false, Optional.of(portal.time())));

    assertThat(portal.login(handedIn("two").code())).isTrue();
  }

  @Test
  void aReportIsOfTheCodeThatTheJobHasAlsoIfItWaitsForAnother() {
    Handed first = handedIn("one");
    clock.forward(Duration.ofSeconds(28));
    assertThat(ask("one")).isInstanceOf(Reserved.class);

    ReportOutcome outcome =
        report.report(InMemoryLeases.PORTAL, job("one"), new Report(false, Optional.empty()));

    assertThat(outcome).isInstanceOf(ReportOutcome.Taken.class);
    assertThat(((ReportOutcome.Taken) outcome).lease().id()).isEqualTo(first.lease().id());
    assertThat(leases.track.refusals()).isEqualTo(1);
  }

  @Test
  void theTimeInALateReportIsNotBelieved() {
    PortalDouble portal =
        new PortalDouble(SECRET, PERIOD, Clock.offset(clock, Duration.ofSeconds(100)));
    handedIn("one");
    Report report = new Report(false, Optional.of(portal.time()));
    clock.forward(Duration.ofSeconds(61));

    this.report.report(InMemoryLeases.PORTAL, job("one"), report);

    assertThat(leases.track).isEqualTo(new TrackRecord(1, Duration.ZERO));
  }

  @Test
  void whoseKeyIsNotHereGetsNothing() {
    leases.codes = Optional.empty();
    assertThat(ask("one")).isEqualTo(new LeaseOutcome.KeyMissing());
    assertThat(lease.lease("none", job("one"))).isEqualTo(new LeaseOutcome.Unknown());
  }

  @Test
  void aCodeIsNotPrinted() {
    Handed handed = (Handed) ask("one");
    assertThat(handed.toString()).doesNotContain(handed.code());
  }

  private boolean refusedOnce(String job) {
    handedIn(job);
    return report.report(InMemoryLeases.PORTAL, job(job), new Report(false, Optional.empty()))
            instanceof ReportOutcome.Taken taken
        && taken.stopped();
  }

  /** Waits as long as it takes. */
  private Handed handedIn(String job) {
    while (true) {
      LeaseOutcome outcome = ask(job);
      if (outcome instanceof Handed handed) {
        return handed;
      }
      clock.set(((Reserved) outcome).slot().begins());
    }
  }

  private LeaseOutcome ask(String job) {
    return lease.lease(InMemoryLeases.PORTAL, job(job));
  }

  private static Job job(String name) {
    return new Job("robot", name);
  }
}
