package dev.twostep.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.factor.FactorKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every rulebook and every user. */
class PolicyPropertiesTest {

  private static final FactorKind RECOVERY = FactorKind.RECOVERY_CODES;
  private static final FactorKind PASS = FactorKind.PASS;

  @Property
  void raisingAScopeNeverLowersTheOutcome(@ForAll("facts") LoginFacts facts, @ForAll int pick) {
    List<ScopeLayer> layers = facts.rules().layers();
    if (layers.isEmpty()) {
      return;
    }
    int index = Math.floorMod(pick, layers.size());
    List<ScopeLayer> raised = new ArrayList<>(layers);
    raised.set(index, raise(layers.get(index)));

    assertThat(outcome(with(facts, raised))).isGreaterThanOrEqualTo(outcome(facts));
  }

  @Property
  void removingALayerRestoresWhatWasBelow(
      @ForAll("facts") LoginFacts facts, @ForAll("layer") ScopeLayer extra) {
    Decision below = TwoStepPolicy.decide(facts);
    List<ScopeLayer> more = new ArrayList<>(facts.rules().layers());
    more.add(extra);
    TwoStepPolicy.decide(with(facts, more));
    more.set(more.size() - 1, new ScopeLayer(extra.scope(), extra.depth(), Layer.EMPTY));
    Decision cleared = TwoStepPolicy.decide(with(facts, more));
    more.remove(more.size() - 1);

    assertThat(TwoStepPolicy.decide(with(facts, more))).isEqualTo(below);
    assertThat(cleared.explanation().terms()).isEqualTo(below.explanation().terms());
    assertThat(CaseVerdict.of(cleared)).isEqualTo(CaseVerdict.of(below));
  }

  @Property
  void theOrderOfLayersDoesNotMatter(@ForAll("facts") LoginFacts facts, @ForAll int distance) {
    List<ScopeLayer> rotated = new ArrayList<>(facts.rules().layers());
    Collections.rotate(rotated, distance);

    assertThat(TwoStepPolicy.decide(with(facts, rotated))).isEqualTo(TwoStepPolicy.decide(facts));
  }

  @Property
  void deeperBeatsShallower(
      @ForAll("facts") LoginFacts facts, @ForAll Requirement deep, @ForAll Requirement shallow) {
    List<ScopeLayer> layers =
        new ArrayList<>(
            facts.rules().layers().stream()
                .filter(one -> one.scope().kind() != ScopeKind.USER)
                .toList());
    layers.add(group("deepest", 9, deep));
    layers.add(group("shallow", 8, shallow));

    assertThat(outcome(withoutApplication(with(facts, layers)))).isEqualTo(deep);
  }

  @Property
  void tiesTakeTheStrictest(
      @ForAll("facts") LoginFacts facts, @ForAll List<Requirement> requirements) {
    List<ScopeLayer> layers = new ArrayList<>();
    for (Requirement requirement : requirements) {
      layers.add(group("g" + layers.size(), 9, requirement));
    }
    Requirement strictest =
        requirements.stream().reduce(Requirement::strictest).orElse(Requirement.OFF);

    assertThat(outcome(withoutApplication(with(facts, layers)))).isEqualTo(strictest);
  }

  @Property
  void anApplicationNeverLowers(@ForAll("facts") LoginFacts facts) {
    assertThat(outcome(facts)).isGreaterThanOrEqualTo(outcome(withoutApplication(facts)));
  }

  @Property
  void anApplicationThatDoesNotRaiseNeverWidens(@ForAll("facts") LoginFacts facts) {
    Explanation with = TwoStepPolicy.decide(facts).explanation();
    Explanation without = TwoStepPolicy.decide(withoutApplication(facts)).explanation();
    if (with.outcome() == without.outcome()) {
      assertThat(without.terms().factors()).containsAll(with.terms().factors());
      assertThat(with.terms().fallback()).isGreaterThanOrEqualTo(without.terms().fallback());
      assertThat(with.terms().grace().isEmpty() || without.terms().grace().isPresent()).isTrue();
    }
  }

  @Property
  void neverAsksForWhatIsNotAllowedOrNotThere(@ForAll("facts") LoginFacts facts) {
    Decision decision = TwoStepPolicy.decide(facts);
    Terms terms = decision.explanation().terms();
    if (decision instanceof Decision.Ask ask) {
      assertThat(ask.order().get(0))
          .matches(kind -> kind == PASS || terms.factors().contains(kind));
      assertThat(facts.subject().has()).containsAll(ask.order());
      assertThat(ask.order())
          .doesNotHaveDuplicates()
          .allMatch(
              kind ->
                  kind == PASS || terms.factors().contains(kind) || terms.fallback().allows(kind));
    }
    if (decision instanceof Decision.Enrol enrol) {
      assertThat(terms.factors()).containsAll(enrol.choices());
    }
    if (decision instanceof Decision.Offer offer) {
      assertThat(terms.factors()).containsAll(offer.choices());
    }
  }

  @Property
  void recoveryCodesAreTheLastResort(@ForAll("facts") LoginFacts facts) {
    if (TwoStepPolicy.decide(facts) instanceof Decision.Ask ask && ask.order().contains(RECOVERY)) {
      long after = ask.order().stream().skip(ask.order().indexOf(RECOVERY) + 1L).count();
      assertThat(after).isEqualTo(ask.order().contains(PASS) ? 1 : 0);
    }
  }

  @Property
  void whoHasAPassIsNeverLetSetUpWithoutIt(@ForAll("facts") LoginFacts facts) {
    Decision decision = TwoStepPolicy.decide(facts);
    if (facts.subject().has().contains(PASS)) {
      assertThat(decision).isNotInstanceOf(Decision.Enrol.class);
      if (decision instanceof Decision.Ask ask) {
        assertThat(ask.order().indexOf(PASS)).isEqualTo(ask.order().size() - 1);
      }
    }
  }

  @Property
  void whatIsRequiredIsNeverWaivedUnproven(@ForAll("facts") LoginFacts facts) {
    Decision decision = TwoStepPolicy.decide(facts);
    boolean proven = facts.moment().proof().isPresent() || facts.moment().passkeyLogin();
    if (decision.explanation().outcome() == Requirement.REQUIRED && !proven) {
      boolean trusted =
          facts.moment().trust().isPresent() && decision.explanation().trusting().isPresent();
      assertThat(decision).matches(any -> trusted || !(any instanceof Decision.NotAsked));
    }
  }

  @Property
  void aTrustNeverOutlivesItsTermNorServesWhereEachLoginIsAsked(@ForAll("facts") LoginFacts facts) {
    Decision decision = TwoStepPolicy.decide(facts);
    boolean spared =
        decision instanceof Decision.Unlock
            || (decision instanceof Decision.NotAsked waived
                && waived.waiver() == Waiver.TRUSTED_DEVICE);
    if (spared) {
      Trusting terms = decision.explanation().trusting().orElseThrow();
      Trust trust = facts.moment().trust().orElseThrow();
      assertThat(trust.since().plus(terms.lasts())).isAfter(facts.moment().now());
      assertThat(terms.passcode() != Passcode.REQUIRED || trust.hasPasscode()).isTrue();
      assertThat(facts.rules().occasions().asks())
          .contains(Occasion.ONCE_PER_DEVICE)
          .doesNotContain(Occasion.EVERY_LOGIN);
      if (facts.rules().occasions().asks().contains(Occasion.EVERY_SESSION)) {
        // The session's own proof, which a change has outdated, where the device's trust has not.
        assertThat(facts.moment().proof()).isPresent();
      }
    }
  }

  @Property
  void anApplicationNeverLoosensTrust(@ForAll("facts") LoginFacts facts) {
    Optional<Trusting> with = TwoStepPolicy.decide(facts).explanation().trusting();
    Explanation without = TwoStepPolicy.decide(withoutApplication(facts)).explanation();
    if (with.isPresent() && without.trusting().isPresent()) {
      assertThat(with.get().lasts()).isLessThanOrEqualTo(without.trusting().get().lasts());
      assertThat(with.get().passcode()).isGreaterThanOrEqualTo(without.trusting().get().passcode());
    }
  }

  @Property
  void anOfficeChangesNothing(@ForAll("facts") LoginFacts facts) {
    Decision decision = TwoStepPolicy.decide(changing(facts, FactorKind.OFFICE));
    if (decision instanceof Decision.Ask ask) {
      assertThat(ask.order()).doesNotContain(FactorKind.OFFICE);
    }
    if (facts.subject().has().equals(List.of(FactorKind.OFFICE))
        && !facts.moment().passkeyLogin()) {
      assertThat(decision).isInstanceOf(Decision.Refused.class);
    }
  }

  @Property
  void anOfficeTakesNoOwnFactorAway(@ForAll("facts") LoginFacts facts) {
    Decision with = TwoStepPolicy.decide(changing(facts, FactorKind.OFFICE));
    Decision without = TwoStepPolicy.decide(withoutOffice(changing(facts, FactorKind.OFFICE)));
    if (without instanceof Decision.Ask) {
      assertThat(CaseVerdict.of(with)).isEqualTo(CaseVerdict.of(without));
    }
  }

  @Property
  void aPostponementNeverExceedsTheStanding(@ForAll("facts") LoginFacts facts) {
    if (TwoStepPolicy.decide(facts) instanceof Decision.Enrol enrol
        && enrol.postponement().isPresent()
        && facts.subject().standing().isPresent()) {
      Grace left = enrol.postponement().get();
      assertThat(left.and(facts.subject().standing().get())).isEqualTo(left);
    }
  }

  @Provide
  Arbitrary<LoginFacts> facts() {
    return RandomFacts.all();
  }

  @Provide
  Arbitrary<ScopeLayer> layer() {
    return RandomFacts.layers();
  }

  private static ScopeLayer group(String id, int depth, Requirement requirement) {
    return RandomFacts.layer(ScopeKind.GROUP, depth, id, Layer.of(requirement, FactorRules.NONE));
  }

  private static ScopeLayer raise(ScopeLayer one) {
    Optional<Requirement> raised =
        one.layer()
            .requirement()
            .map(r -> r == Requirement.OFF ? Requirement.OPTIONAL : Requirement.REQUIRED);
    Layer layer = new Layer(raised, one.layer().rules(), List.of(), List.of());
    return new ScopeLayer(one.scope(), one.depth(), layer);
  }

  private static LoginFacts with(LoginFacts facts, List<ScopeLayer> layers) {
    Rulebook rules =
        new Rulebook(
            facts.rules().state(), layers, facts.rules().application(), facts.rules().occasions());
    return new LoginFacts(rules, facts.subject(), facts.moment());
  }

  /** About to change a factor, right after a proof by that one. */
  private static LoginFacts changing(LoginFacts facts, FactorKind proven) {
    Moment now = facts.moment();
    Moment moment =
        new Moment(
            now.now(),
            Optional.of(new Proof(proven, now.now())),
            now.passkeyLogin(),
            new Demand(true, 0),
            now.browser());
    return new LoginFacts(facts.rules(), facts.subject(), moment);
  }

  private static LoginFacts withoutOffice(LoginFacts facts) {
    Subject subject = facts.subject();
    List<FactorKind> own =
        subject.has().stream().filter(kind -> kind != FactorKind.OFFICE).toList();
    return new LoginFacts(
        facts.rules(),
        new Subject(subject.choice(), own, subject.standing(), subject.preferred()),
        facts.moment());
  }

  private static LoginFacts withoutApplication(LoginFacts facts) {
    Rulebook rules =
        new Rulebook(
            facts.rules().state(),
            facts.rules().layers(),
            Optional.empty(),
            facts.rules().occasions());
    return new LoginFacts(rules, facts.subject(), facts.moment());
  }

  private static Requirement outcome(LoginFacts facts) {
    return TwoStepPolicy.decide(facts).explanation().outcome();
  }
}
