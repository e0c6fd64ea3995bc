package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Any rulebook, any user, any moment: what the properties of the policy are tried with. */
final class RandomFacts {

  private RandomFacts() {}

  /** Rules, a user and a moment. */
  static Arbitrary<LoginFacts> all() {
    Arbitrary<Rulebook> rules =
        Combinators.combine(
                layers().list().uniqueElements(ScopeLayer::scope).ofMaxSize(6),
                content().map(layer -> layer(ScopeKind.APPLICATION, 0, "app", layer)).optional(),
                occasions())
            .as(
                (layers, app, occasions) ->
                    new Rulebook(StateSetting.of(PolicyState.ON), layers, app, occasions));
    Arbitrary<Choice> choices =
        Arbitraries.of(
            Choice.UNDECIDED,
            Choice.ON,
            Choice.NEVER,
            Choice.parse("later:2026-11-01"),
            Choice.parse("later:2027-01-01"));
    Arbitrary<Subject> subjects =
        Combinators.combine(
                choices,
                Arbitraries.of(FactorKind.class).list().uniqueElements().ofMaxSize(5),
                graces().optional())
            .as(Subject::new);
    Arbitrary<Moment> moments =
        Combinators.combine(
                Arbitraries.frequencyOf(
                    Tuple.of(4, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))),
                Arbitraries.frequencyOf(
                    Tuple.of(4, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))),
                browsers())
            .as(RandomFacts::moment);
    return Combinators.combine(rules, subjects, moments).as(LoginFacts::new);
  }

  private static Arbitrary<Occasions> occasions() {
    return Combinators.combine(
            Arbitraries.of(Occasion.class).set().ofMinSize(1),
            Arbitraries.of(1, 12, 720).map(Duration::ofHours).optional(),
            Arbitraries.of(true, false))
        .as((asks, hours, offers) -> new Occasions(asks, hours, offers, List.of()));
  }

  private static Arbitrary<Browser> browsers() {
    Arbitrary<Trust> trusts =
        Combinators.combine(Arbitraries.integers().between(-2, 40), Arbitraries.of(true, false))
            .as((days, code) -> new Trust(CaseFacts.NOW.minus(Duration.ofDays(days)), code));
    return Combinators.combine(
            trusts.optional(), Arbitraries.of(true, false), Arbitraries.of(true, false))
        .as(Browser::new);
  }

  private static Moment moment(boolean proven, boolean passkey, Browser browser) {
    Optional<Proof> proof =
        proven ? Optional.of(new Proof(FactorKind.SMS, CaseFacts.NOW)) : Optional.empty();
    return new Moment(CaseFacts.NOW, proof, passkey, Demand.NONE, browser);
  }

  /** A layer of any scope of a subject. */
  static Arbitrary<ScopeLayer> layers() {
    return Combinators.combine(
            Arbitraries.of(
                ScopeKind.REALM, ScopeKind.ORGANIZATION, ScopeKind.GROUP, ScopeKind.USER),
            Arbitraries.integers().between(1, 4),
            Arbitraries.strings().withCharRange('a', 'z').ofLength(6),
            content())
        .as(
            (kind, depth, id, layer) ->
                layer(kind, kind == ScopeKind.GROUP ? depth : 0, id, layer));
  }

  private static Arbitrary<Layer> content() {
    Arbitrary<FactorRules> rules =
        Combinators.combine(
                Arbitraries.of(FactorKind.class)
                    .filter(kind -> kind != FactorKind.PASS)
                    .set()
                    .ofMinSize(1)
                    .optional(),
                Arbitraries.of(FactorKind.SMS, FactorKind.EMAIL, FactorKind.TOTP).optional(),
                Arbitraries.of(Fallback.class).optional(),
                graces().optional(),
                trusts())
            .as(FactorRules::new);
    return Combinators.combine(Arbitraries.of(Requirement.class).optional(), rules)
        .as((requirement, rest) -> new Layer(requirement, rest, List.of(), List.of()));
  }

  private static Arbitrary<TrustRules> trusts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 30).optional(),
            Arbitraries.of(PasscodeRule.class).optional())
        .as(TrustRules::new);
  }

  private static Arbitrary<Grace> graces() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 10).map(Grace::skips),
        Arbitraries.integers()
            .between(-3, 3)
            .map(days -> Grace.until(CaseFacts.NOW.plusSeconds(86_400L * days))));
  }

  static ScopeLayer layer(ScopeKind kind, int depth, String id, Layer layer) {
    return new ScopeLayer(new Scope(kind, id, id), depth, layer);
  }
}
