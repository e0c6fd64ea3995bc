package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.util.List;
import java.util.Optional;

/** What policy says for one login, with its reasons. */
public sealed interface Decision {

  /** Why. */
  Explanation explanation();

  /** The stable word of this kind of decision, for events and answers. */
  String word();

  /** Answers by the kind of decision. */
  <T> T when(Cases<T> cases);

  /** False while the realm's policy only observes: decide and log, but do not act. */
  default boolean acts() {
    return explanation().state() != PolicyState.OBSERVE;
  }

  /** No second step now. */
  record NotAsked(Explanation explanation, Waiver waiver) implements Decision {
    @Override
    public String word() {
      return "not-asked";
    }

    @Override
    public <T> T when(Cases<T> cases) {
      return cases.notAsked(this);
    }
  }

  /** Ask for the first of {@code order}; the others are what "try another way" offers. */
  record Ask(Explanation explanation, List<FactorKind> order) implements Decision {

    public Ask {
      order = List.copyOf(order);
      if (order.isEmpty()) {
        throw new IllegalArgumentException("nothing to ask for");
      }
    }

    @Override
    public String word() {
      return "ask";
    }

    @Override
    public <T> T when(Cases<T> cases) {
      return cases.ask(this);
    }
  }

  /**
   * Ask for the passcode of this trusted device; {@code order} is what answers in its place, the
   * ordinary second step.
   */
  record Unlock(Explanation explanation, List<FactorKind> order) implements Decision {

    public Unlock {
      order = List.copyOf(order);
      if (order.isEmpty()) {
        throw new IllegalArgumentException("nothing to ask for");
      }
    }

    @Override
    public String word() {
      return "unlock";
    }

    @Override
    public <T> T when(Cases<T> cases) {
      return cases.unlock(this);
    }
  }

  /**
   * Enrol one of {@code choices}, the first of them suggested, before this login may go on.
   *
   * @param postponement what is left of the grace period; empty when it may not be put off
   */
  record Enrol(Explanation explanation, List<FactorKind> choices, Optional<Grace> postponement)
      implements Decision {

    public Enrol {
      choices = List.copyOf(choices);
      if (choices.isEmpty()) {
        throw new IllegalArgumentException("nothing to enrol");
      }
    }

    /** The one to suggest. */
    public FactorKind first() {
      return choices.get(0);
    }

    @Override
    public String word() {
      return "enrol";
    }

    @Override
    public <T> T when(Cases<T> cases) {
      return cases.enrol(this);
    }
  }

  /** Ask the user whether they want two-step login; accepting enrols one of {@code choices}. */
  record Offer(Explanation explanation, List<FactorKind> choices) implements Decision {

    public Offer {
      choices = List.copyOf(choices);
      if (choices.isEmpty()) {
        throw new IllegalArgumentException("nothing to offer");
      }
    }

    /** The one to suggest. */
    public FactorKind first() {
      return choices.get(0);
    }

    @Override
    public String word() {
      return "offer";
    }

    @Override
    public <T> T when(Cases<T> cases) {
      return cases.offer(this);
    }
  }

  /**
   * No login: only an administrator can help.
   *
   * @param detail what to repair, for logs and administrators, never for the user's page
   */
  record Refused(Explanation explanation, Refusal refusal, String detail) implements Decision {
    @Override
    public String word() {
      return "refused";
    }

    @Override
    public <T> T when(Cases<T> cases) {
      return cases.refused(this);
    }
  }

  /** One answer per kind of decision. */
  interface Cases<T> {
    T notAsked(NotAsked decision);

    T ask(Ask decision);

    T unlock(Unlock decision);

    T enrol(Enrol decision);

    T offer(Offer decision);

    T refused(Refused decision);
  }
}
