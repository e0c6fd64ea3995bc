package dev.twostep.application.challenge;

import dev.twostep.application.challenge.SendCode.Request;
import dev.twostep.application.challenge.SendCode.Sending;
import dev.twostep.application.limit.Passage;
import dev.twostep.application.limit.Sentry;
import dev.twostep.domain.code.ChallengeId;
import java.util.Optional;

/** Sends codes within the limits that all accounts share, and has administrators told of these. */
public final class SendWithinLimits {

  private final SendCode sendCode;
  private final Sentry sentry;

  public SendWithinLimits(SendCode sendCode, Sentry sentry) {
    this.sendCode = sendCode;
    this.sentry = sentry;
  }

  /** As {@link SendCode#send}; the alerts are written beside the settlement, after it. */
  public Sending send(Request request, Optional<ChallengeId> running, Passage passage) {
    Sending sending = sendCode.send(request, running, passage);
    String realm = request.account().realm();
    if (sending instanceof Sending.Posted posted) {
      sentry.passed(realm, passage, posted.signs());
    } else if (sending instanceof Sending.Barred barred) {
      sentry.barred(realm, passage, barred.reason(), barred.spent());
    }
    return sending;
  }
}
