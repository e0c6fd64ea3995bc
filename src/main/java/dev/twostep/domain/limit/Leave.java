package dev.twostep.domain.limit;

import java.time.Instant;

/** Whether something may be done now, or only later. */
public sealed interface Leave {

  /** It may be done now. */
  record Granted() implements Leave {}

  /** Too soon after the last one: a short wait that a page can count down. */
  record Wait(Instant until) implements Leave {}

  /** The budget of a long window is used up until then. */
  record UsedUp(Instant until) implements Leave {}
}
