package dev.twostep.keycloak.grant;

import dev.twostep.application.challenge.CodeOutcome;
import dev.twostep.application.challenge.SendCode;
import dev.twostep.application.office.OfficeOutcome;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.grant.GrantReason;
import dev.twostep.domain.grant.Wish;
import dev.twostep.domain.limit.Leave;
import dev.twostep.keycloak.grant.GrantAnswer.Detail;
import dev.twostep.keycloak.login.GrantLogin;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

/** Follows what one request brings for a second step that policy asks for. */
final class GrantTurn {

  private final AuthenticationFlowContext context;
  private final GrantLogin login;
  private final List<FactorKind> allowed;

  GrantTurn(AuthenticationFlowContext context, GrantLogin login, List<FactorKind> allowed) {
    this.context = context;
    this.login = login;
    this.allowed = allowed;
  }

  void follow(Wish wish) {
    if (wish instanceof Wish.None none) {
      withhold(none.reason());
    } else if (wish instanceof Wish.Message message) {
      send(message);
    } else if (wish instanceof Wish.AppCode app) {
      appCode(app.answer());
    } else if (wish instanceof Wish.RecoveryCode code) {
      end(login.recoveryCode(code.typed()), Detail.of(allowed), FactorKind.RECOVERY_CODES.word());
    } else if (wish instanceof Wish.MessageCode code) {
      end(
          login.message(code.challenge(), code.answer()),
          Detail.of(allowed).challenge(code.challenge()),
          "message");
    }
  }

  /** One answer is one try: it is compared with the office's devices, or with the user's apps. */
  private void appCode(Answer answer) {
    if (login.isForOffice(answer, allowed)) {
      end(login.office(answer));
    } else {
      end(login.app(answer), Detail.of(allowed), FactorKind.TOTP.word());
    }
  }

  private void end(OfficeOutcome outcome) {
    if (outcome instanceof OfficeOutcome.Accepted) {
      accepted(FactorKind.OFFICE);
    } else if (outcome instanceof OfficeOutcome.Wrong wrong) {
      wrong(FactorKind.OFFICE.word(), GrantReason.CODE_WRONG, wrong.next());
    } else if (outcome instanceof OfficeOutcome.Taken taken) {
      wrong(FactorKind.OFFICE.word(), GrantReason.CODE_SPENT, taken.next());
    } else if (outcome instanceof OfficeOutcome.Held held) {
      withhold(GrantReason.CODE_WAIT, until(Detail.of(allowed), held.leave()));
    } else {
      withhold(GrantReason.FACTOR_NOT_ALLOWED);
    }
  }

  private void wrong(String factor, GrantReason reason, Leave next) {
    login.wrong(factor);
    context.failure(
        AuthenticationFlowError.INVALID_CREDENTIALS,
        answer(reason, until(Detail.of(allowed), next)));
  }

  /** No token, and nothing wrong was given. */
  void withhold(GrantReason reason) {
    withhold(reason, Detail.of(allowed));
  }

  private void withhold(GrantReason reason, Detail detail) {
    login.refused(reason.word());
    context.forceChallenge(answer(reason, detail));
  }

  private void send(Wish.Message message) {
    Detail detail = Detail.of(allowed);
    SendCode.Sending sending = login.send(message.channel(), allowed, message.running());
    if (sending instanceof SendCode.Sending.Posted posted) {
      withhold(
          GrantReason.CODE_SENT,
          detail
              .challenge(posted.challenge().id())
              .until(login.now().plus(SendCode.coolDownOf(message.channel()))));
    } else if (sending instanceof SendCode.Sending.Held held) {
      Detail again = message.running().map(detail::challenge).orElse(detail);
      withhold(GrantReason.SEND_WAIT, until(again, held.leave()));
    } else {
      withhold(GrantReason.NOT_SENT, detail);
    }
  }

  private void end(CodeOutcome outcome, Detail detail, String factor) {
    if (outcome instanceof CodeOutcome.Accepted accepted) {
      accepted(accepted.proven());
    } else if (outcome instanceof CodeOutcome.Wrong wrong) {
      login.wrong(factor);
      context.failure(
          AuthenticationFlowError.INVALID_CREDENTIALS,
          answer(GrantReason.CODE_WRONG, until(detail, wrong.next())));
    } else if (outcome instanceof CodeOutcome.Held held) {
      withhold(GrantReason.CODE_WAIT, until(detail, held.leave()));
    } else if (outcome instanceof CodeOutcome.Spent) {
      withhold(GrantReason.CODE_SPENT, Detail.of(allowed));
    } else {
      withhold(GrantReason.CODE_EXPIRED, Detail.of(allowed));
    }
  }

  /** A message may have gone another way, and policy may have changed since it went. */
  private void accepted(FactorKind proven) {
    if (!allowed.contains(proven)) {
      withhold(GrantReason.FACTOR_NOT_ALLOWED);
      return;
    }
    login.proven(proven);
    context.success(
        proven == FactorKind.RECOVERY_CODES
            ? RecoveryAuthnCodesCredentialModel.TYPE
            : OTPCredentialModel.TYPE);
  }

  private Response answer(GrantReason reason, Detail detail) {
    return GrantAnswer.withheld(
        context.getAuthenticationSession().getClient(), reason, detail, login.now());
  }

  private static Detail until(Detail detail, Leave leave) {
    if (leave instanceof Leave.Wait wait) {
      return detail.until(wait.until());
    }
    return leave instanceof Leave.UsedUp usedUp ? detail.until(usedUp.until()) : detail;
  }
}
