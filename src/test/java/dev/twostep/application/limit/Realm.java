package dev.twostep.application.limit;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.CheckCode;
import dev.twostep.application.challenge.SendCode;
import dev.twostep.application.challenge.SendCode.Sending;
import dev.twostep.application.challenge.SendWithinLimits;
import dev.twostep.application.delivery.Alerts;
import dev.twostep.application.delivery.Letter;
import dev.twostep.application.limit.Passage.Expense;
import dev.twostep.application.limit.Passage.Limits;
import dev.twostep.application.limit.Passage.Text;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Barring;
import dev.twostep.domain.limit.Caps;
import dev.twostep.domain.limit.Conversion;
import dev.twostep.domain.limit.Tally;
import dev.twostep.domain.limit.Tally.Kind;
import dev.twostep.fixture.memory.InMemoryLedger;
import dev.twostep.fixture.memory.StepClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A realm with the real rules, where people ask for messages; and what its administrators hear. */
final class Realm implements Alerts, Blocks {

  static final String NAME = "acme";
  static final Conversion CONVERSION = new Conversion(20, 10);

  final StepClock clock = new StepClock();
  final InMemoryLedger ledger = new InMemoryLedger();
  final ServerKey key =
      ServerKey.of("a key of thirty-two bytes or more".getBytes(StandardCharsets.US_ASCII));
  final CheckCode checkCode = new CheckCode(ledger, key, clock);

  /** When each alert was raised first. */
  final Map<String, Instant> alerts = new LinkedHashMap<>();

  /** The prefixes that were refused, each as often as it was. */
  final List<String> refused = new ArrayList<>();

  Caps perNetwork = Caps.none();
  Limits limits = new Limits(Caps.none(), Caps.none(), CONVERSION);
  List<Budget> budgets = List.of();
  long price;
  Optional<Barring> numberRefused = Optional.empty();

  private final SendCode sendCode = new SendCode(ledger, key, clock, new SecureRandom());
  private final SendWithinLimits within = new SendWithinLimits(sendCode, new Sentry(this, this));

  static Caps caps(String text) {
    return Caps.parse(text).orElseThrow();
  }

  void budget(long most) {
    budgets = List.of(new Budget("", OptionalLong.of(most)));
  }

  Sending text(String user, String number) {
    return text(user, number, "192.0.2.1");
  }

  Sending text(String user, String number, String network) {
    return send(new Account(NAME, user), FactorKind.SMS, number, network);
  }

  Sending mail(String user, String network) {
    return send(new Account(NAME, user), FactorKind.EMAIL, user + "@example.test", network);
  }

  Sending send(Account account, FactorKind channel, String to, String network) {
    boolean text = channel == FactorKind.SMS;
    return within.send(
        request(account, Purpose.LOGIN, channel, to),
        Optional.empty(),
        new Passage(network, perNetwork, text ? Optional.of(text(to)) : Optional.empty()));
  }

  /** Somebody types that number in to set it up. */
  Sending enrol(String user, String number) {
    return within.send(
        request(new Account(NAME, user), Purpose.ENROL_PHONE, FactorKind.SMS, number),
        Optional.empty(),
        new Passage("192.0.2.1", perNetwork, Optional.of(text(number))));
  }

  private Text text(String number) {
    return new Text(
        Passage.prefixOf(number),
        numberRefused,
        Optional.empty(),
        limits,
        new Expense(price, budgets));
  }

  static SendCode.Request request(Account account, Purpose purpose, FactorKind channel, String to) {
    return new SendCode.Request(
        account,
        "login",
        purpose,
        new SendCode.Route(
            new Letter.Address(channel, to, Locale.ENGLISH, "login.example.org"),
            Optional.empty(),
            "192.0.2.1"));
  }

  /** As the sending threads do when a code has come back. */
  void used(String number) {
    Instant now = clock.instant();
    ledger.count(NAME, new Tally(Kind.USED, Passage.prefixOf(number)), 1, now);
    ledger.count(NAME, new Tally(Kind.ANY_USED, ""), 1, now);
  }

  @Override
  public void raise(String realm, String code, String text) {
    alerts.putIfAbsent(code, clock.instant());
  }

  @Override
  public void refused(String realm, String prefix, String reason) {
    refused.add(prefix);
  }

  @Override
  public List<Block> of(String realm) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void letOut(String realm, String prefix, Instant until) {
    ledger.letOut(prefix, until);
  }

  @Override
  public boolean holdAgain(String realm, String prefix) {
    throw new UnsupportedOperationException();
  }
}
