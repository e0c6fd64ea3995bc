package dev.twostep.application.office;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.limit.GuessGuard;
import dev.twostep.application.office.CheckOfficeCode.Attempt;
import dev.twostep.application.office.OfficeDevices.Usable;
import dev.twostep.application.office.OfficeDevices.Visit;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.Otp;
import dev.twostep.domain.code.TimeSteps;
import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeOptions;
import dev.twostep.fixture.memory.InMemoryLedger;
import dev.twostep.fixture.memory.StepClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An office with devices and accounts around one ledger and one clock. */
final class OfficeDesk {

  static final String REALM = "acme";
  static final Duration STEP = Duration.ofSeconds(30);

  final StepClock clock = new StepClock();
  final InMemoryLedger ledger = new InMemoryLedger();
  final List<String> alerts = new CopyOnWriteArrayList<>();

  private final CheckOfficeCode check =
      new CheckOfficeCode(ledger, (realm, code, text) -> alerts.add(realm + " " + code), clock);
  private final Office office;

  OfficeDesk(boolean strict) {
    office =
        new Office(
            "office", "Tax & Co", new OfficeOptions(true, strict, false, true, Optional.empty()));
  }

  Account account(String user) {
    Account account = new Account(REALM, user);
    ledger.attach(account, office);
    return account;
  }

  /** A device whose secret is its label; another version has another secret. */
  void equip(String label, int version) {
    TimeSteps steps =
        new TimeSteps(new TimeSteps.Secret(secret(label, version), "HmacSHA1"), STEP, 6, 1);
    ledger.equip(
        "office", new Usable(label, label, version, steps, Long.MIN_VALUE, Long.MIN_VALUE));
  }

  OfficeOutcome answer(Account account, String code) {
    return answer(account, Answer.typed(code));
  }

  OfficeOutcome answer(Account account, Answer answer) {
    Visit visit = new Visit(account.user(), "portal", "session", "192.0.2.0/24");
    return check.check(new Attempt(account, visit, 1, GuessGuard.none()), answer);
  }

  /** What a device shows now. */
  Answer shown(String label, int version) {
    return shownAt(label, version, clock.instant());
  }

  Answer shownAt(String label, int version, Instant time) {
    long step = time.getEpochSecond() / STEP.toSeconds();
    return Answer.typed(Otp.at(secret(label, version), "HmacSHA1", step, 6).digits());
  }

  /** Lets the back-off of the last wrong answer pass. */
  void wait(Duration time) {
    clock.forward(time);
  }

  private static byte[] secret(String label, int version) {
    return (label + " of version " + version).getBytes(StandardCharsets.US_ASCII);
  }
}
