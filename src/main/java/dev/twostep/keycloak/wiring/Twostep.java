package dev.twostep.keycloak.wiring;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.CheckCode;
import dev.twostep.application.challenge.CheckTotp;
import dev.twostep.application.challenge.SendCode;
import dev.twostep.application.enrolment.BindApp;
import dev.twostep.application.enrolment.Graces;
import dev.twostep.application.enrolment.Numbers;
import dev.twostep.application.pass.CheckPass;
import dev.twostep.application.pass.IssuePass;
import dev.twostep.channel.pretend.PretendInbox;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/** Everything that pages and endpoints may use, wired once per server. */
public interface Twostep extends Provider {

  /** The one of this server. */
  static Twostep of(KeycloakSession session) {
    return session.getProvider(Twostep.class);
  }

  /** Whether codes can be derived at all; without a server key every message is refused. */
  boolean hasServerKey();

  Clock clock();

  SendCode sendCode();

  CheckCode checkCode();

  CheckTotp checkTotp();

  IssuePass issuePass();

  CheckPass checkPass();

  BindApp bindApp();

  Graces graces();

  /** Which accounts have which number, read and written with that session's transaction. */
  Numbers numbers(KeycloakSession session);

  /** Gives an account its full budgets of answers and messages back; an administrator's act. */
  void forgetLimits(Account account);

  /** Has the letter sent once the session's transaction has committed; never if it rolls back. */
  void dispatchAfterCommit(KeycloakSession session, String letter);

  /** Has the notice sent once the session's transaction has committed; never if it rolls back. */
  void tellAfterCommit(KeycloakSession session, String notice);

  /** Has notices sent again that did not leave when they were written. */
  void tellOverdue();

  /** The demo's inbox; present in development mode only. */
  Optional<PretendInbox> pretendInbox();

  @Override
  default void close() {}
}
