package dev.twostep.application.enrolment;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.policy.Grace;
import java.util.Optional;

/** How long each user may still put an enrolment off; granted once and never extended. */
public interface Graces {

  /** What is left for that user; empty if nothing was ever granted. */
  Optional<Grace> left(Account account);

  /** Puts the enrolment off one more time, granting {@code offered} if nothing was granted yet. */
  void putOff(Account account, Grace offered);
}
