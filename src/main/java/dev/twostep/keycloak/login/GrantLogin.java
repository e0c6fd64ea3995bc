package dev.twostep.keycloak.login;

import dev.twostep.application.challenge.CheckCode;
import dev.twostep.application.challenge.CodeOutcome;
import dev.twostep.application.challenge.SendCode;
import dev.twostep.application.office.OfficeOutcome;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Leave;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.Demand;
import dev.twostep.keycloak.credential.AccountFactors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The second step of a request for tokens by password: the machinery of the pages without one. */
public final class GrantLogin {

  private final Exchange exchange;
  private final Audit audit;

  public GrantLogin(AuthenticationFlowContext context) {
    this.exchange = new GrantExchange(context);
    this.audit = new Audit(exchange);
  }

  /** Puts what policy says on record, in the event of this request. */
  public void decided(Decision decision) {
    audit.decided(decision, Demand.NONE);
  }

  /** The second step is over without a proof, and nothing asks for it again. */
  public void settle(String how) {
    exchange.notes().settle(how);
  }

  /** A factor was proven: for the session and its tokens as in a browser's login. */
  public void proven(FactorKind factor) {
    new SecondStep(exchange).proven(factor);
  }

  public CodeOutcome app(Answer answer) {
    return apps().check(answer);
  }

  /**
   * Whether an answer is to be compared with the devices of the user's office: both kinds of code
   * look alike, and only one that the user's own app shows is taken for its.
   */
  public boolean isForOffice(Answer answer, List<FactorKind> allowed) {
    return allowed.contains(FactorKind.OFFICE)
        && !(allowed.contains(FactorKind.TOTP) && apps().show(answer));
  }

  public OfficeOutcome office(Answer answer) {
    return new OfficeTurns(exchange, false).check(answer);
  }

  private AppTurns apps() {
    AccountFactors factors = new AccountFactors(exchange.realm(), exchange.user());
    return new AppTurns(exchange, factors, false);
  }

  /** Spends a recovery code; a wrong one cannot have been guessed, so it waits for nothing. */
  public CodeOutcome recoveryCode(String typed) {
    String code = RecoveryTurns.canonical(typed);
    if (!RecoveryTurns.isRight(exchange.user(), code)) {
      return new CodeOutcome.Wrong(new Leave.Granted());
    }
    RecoveryTurns.usedUp(exchange.user())
        .ifPresent(exchange.user().credentialManager()::removeStoredCredentialById);
    return new CodeOutcome.Accepted(FactorKind.RECOVERY_CODES);
  }

  /** Checks the code of a message that this client asked for in an earlier request. */
  public CodeOutcome message(ChallengeId challenge, Answer answer) {
    CheckCode.Question question =
        new CheckCode.Question(exchange.account(), challenge, exchange.loginId(), Purpose.LOGIN);
    CodeOutcome outcome =
        exchange.twostep().checkCode().from(exchange.guesses()).check(question, answer);
    if (outcome instanceof CodeOutcome.Accepted) {
      exchange.twostep().usedAfterCommit(exchange.session(), challenge);
    }
    return outcome;
  }

  /** Sends a code, or the running one again. */
  public SendCode.Sending send(
      FactorKind channel, List<FactorKind> allowed, Optional<ChallengeId> running) {
    if (!exchange.twostep().hasServerKey()) {
      throw new IllegalStateException("Twostep has no server key");
    }
    MessageTurns.Ask ask = new Ways(exchange).message(channel, allowed);
    return new CodeMessage(exchange, ask, new CodePage(exchange)).post(running);
  }

  public Instant now() {
    return exchange.twostep().clock().instant();
  }

  /** A wrong code, as the pages record it. */
  public void wrong(String factor) {
    audit.wrong(factor);
  }

  /** No token, for a reason that is no wrong answer. */
  public void refused(String reason) {
    audit.withheld(reason);
  }

  /** Something is broken, so there is no token. */
  public void failed(RuntimeException cause) {
    audit.failed(cause);
  }
}
