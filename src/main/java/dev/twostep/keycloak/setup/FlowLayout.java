package dev.twostep.keycloak.setup;

/** What a bound flow of ours looks like, as a plan. */
interface FlowLayout {

  /** Our flow around a copy of that one. */
  SecondStepLayout.Copy around(FlowTree source);

  /** The same flow with its flaws mended as far as that is possible; itself if it has none. */
  FlowTree repaired(FlowTree own);

  /** Whether logins by that flow meet the second step. */
  boolean isSound(FlowTree flow);

  /** Whether the second step is nowhere in it, not even badly. */
  boolean isAbsentFrom(FlowTree flow);
}
