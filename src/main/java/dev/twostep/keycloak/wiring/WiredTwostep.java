package dev.twostep.keycloak.wiring;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.CheckCode;
import dev.twostep.application.challenge.CheckTotp;
import dev.twostep.application.challenge.Ledger;
import dev.twostep.application.challenge.SendCode;
import dev.twostep.application.enrolment.BindApp;
import dev.twostep.application.enrolment.Graces;
import dev.twostep.channel.pretend.PretendInbox;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.keycloak.store.JpaGraces;
import dev.twostep.keycloak.store.JpaLedger;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The use cases of one server; all of them are stateless and shared by all sessions. */
final class WiredTwostep implements Twostep {

  private final Ledger ledger;
  private final Clock clock;
  private final Optional<PretendInbox> inbox;
  private final Optional<Dispatch> dispatch;
  private final Optional<SendCode> sendCode;
  private final Optional<CheckCode> checkCode;
  private final CheckTotp checkTotp;
  private final BindApp bindApp;
  private final Graces graces;

  WiredTwostep(
      KeycloakSessionFactory sessions,
      Clock clock,
      Optional<PretendInbox> inbox,
      Optional<ServerKey> key,
      Optional<Dispatch> dispatch) {
    this.ledger = new JpaLedger(sessions);
    this.clock = clock;
    this.inbox = inbox;
    this.dispatch = dispatch;
    this.sendCode = key.map(k -> new SendCode(ledger, k, clock, new SecureRandom()));
    this.checkCode = key.map(k -> new CheckCode(ledger, k, clock));
    this.checkTotp = new CheckTotp(ledger, clock);
    this.bindApp = new BindApp(ledger, key, clock);
    this.graces = new JpaGraces(sessions);
  }

  @Override
  public boolean hasServerKey() {
    return sendCode.isPresent();
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public SendCode sendCode() {
    return sendCode.orElseThrow(WiredTwostep::noKey);
  }

  @Override
  public CheckCode checkCode() {
    return checkCode.orElseThrow(WiredTwostep::noKey);
  }

  @Override
  public CheckTotp checkTotp() {
    return checkTotp;
  }

  @Override
  public BindApp bindApp() {
    return bindApp;
  }

  @Override
  public Graces graces() {
    return graces;
  }

  @Override
  public void forgetLimits(Account account) {
    ledger.settle(
        account,
        entry -> {
          entry.forgetLimits();
          return account;
        });
  }

  @Override
  public void dispatchAfterCommit(KeycloakSession session, String letter) {
    dispatch.orElseThrow(WiredTwostep::noKey).afterCommit(session, letter);
  }

  @Override
  public Optional<PretendInbox> pretendInbox() {
    return inbox;
  }

  private static IllegalStateException noKey() {
    return new IllegalStateException("Twostep has no server key");
  }
}
