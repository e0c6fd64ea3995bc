package dev.twostep.application.apppassword;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.apppassword.AppPassword;
import dev.twostep.domain.apppassword.AppPasswordVerdict;
import dev.twostep.domain.apppassword.KeptAppPassword;
import dev.twostep.domain.code.ServerKey;
import java.time.Clock;
import java.util.List;

/** Looks for the one of an account's app passwords that was typed; keyed digests only, so quick. */
public final class CheckAppPassword {

  private final ServerKey key;
  private final Clock clock;

  public CheckAppPassword(ServerKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  /** All are compared, so that the time does not tell which one it was. */
  public AppPasswordVerdict check(
      Account account, AppPassword typed, List<KeptAppPassword> kept, String application) {
    List<KeptAppPassword> matching =
        kept.stream().filter(one -> one.sealed().opensBy(typed, account.user(), key)).toList();
    return matching.stream()
        .findFirst()
        .map(one -> one.verdict(application, clock.instant()))
        .orElseGet(AppPasswordVerdict.Unknown::new);
  }
}
