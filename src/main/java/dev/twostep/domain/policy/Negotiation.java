package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The factor rules in force: each from the most specific scope that sets it; an application narrows
 * what others set, and adds its own word only where it is what raised the requirement.
 */
final class Negotiation {

  static final Set<FactorKind> DEFAULT_FACTORS =
      EnumSet.of(
          FactorKind.SMS,
          FactorKind.TOTP,
          FactorKind.PASSKEY,
          FactorKind.OFFICE,
          FactorKind.RECOVERY_CODES);

  /** What can be enrolled within a login, in the order of suggestion. */
  static final List<FactorKind> ENROLLABLE =
      List.of(FactorKind.SMS, FactorKind.TOTP, FactorKind.EMAIL);

  /** Of tied wishes, that of the stricter scope; then the factor that is harder to steal. */
  private static final Comparator<Layer> FIRST_OF_TIE =
      Comparator.comparing((Layer layer) -> layer.requirement().orElse(Requirement.OFF))
          .thenComparing(
              layer ->
                  List.of(FactorKind.EMAIL, FactorKind.SMS, FactorKind.TOTP)
                      .indexOf(layer.rules().first().orElseThrow()));

  private final Tiers tiers;
  private final Layer application;
  private final boolean raised;

  Negotiation(Tiers tiers, Optional<ScopeLayer> application, boolean raised) {
    this.tiers = tiers;
    this.application = application.map(ScopeLayer::layer).orElse(Layer.EMPTY);
    this.raised = raised;
  }

  Terms terms() {
    Set<FactorKind> factors =
        settle(FactorRules::factors, Negotiation::both, Optional.of(DEFAULT_FACTORS)).orElseThrow();
    Fallback fallback = fallback(factors);
    Optional<Grace> grace = settle(FactorRules::grace, Grace::and, Optional.empty());
    Optional<FactorKind> first =
        Stream.concat(wishes(), ENROLLABLE.stream()).filter(factors::contains).findFirst();
    return new Terms(factors, first, fallback, grace);
  }

  /**
   * A fall-back that somebody set stands even beside the allowed factors; the default one does not,
   * nor does a subject's where the application names factors without it.
   */
  private Fallback fallback(Set<FactorKind> factors) {
    Fallback preset = factors.contains(FactorKind.SMS) ? Fallback.SMS : Fallback.NONE;
    Fallback settled =
        settle(FactorRules::fallback, Fallback::strictest, Optional.of(preset)).orElseThrow();
    boolean closed =
        application.rules().fallback().isEmpty()
            && application.rules().factors().isPresent()
            && application.rules().factors().get().stream().noneMatch(settled::allows);
    return closed ? Fallback.NONE : settled;
  }

  private Stream<FactorKind> wishes() {
    Optional<FactorKind> ofSubject =
        tiers.deciding(layer -> layer.rules().first().isPresent()).stream()
            .map(ScopeLayer::layer)
            .max(FIRST_OF_TIE)
            .flatMap(layer -> layer.rules().first());
    return Stream.of(application.rules().first(), ofSubject).flatMap(Optional::stream);
  }

  /**
   * The subject's word where there is one, narrowed by the application's. Where nobody else has set
   * anything, an application that raised the requirement speaks alone; one that did not cannot hand
   * out what the default withholds, such as a grace period.
   */
  private <T> Optional<T> settle(
      Function<FactorRules, Optional<T>> aspect, BinaryOperator<T> strictest, Optional<T> preset) {
    Optional<T> ofSubject = tiers.nearest(layer -> aspect.apply(layer.rules()), strictest);
    Optional<T> ofApplication = aspect.apply(application.rules());
    if (ofSubject.isEmpty() && raised && ofApplication.isPresent()) {
      return ofApplication;
    }
    Optional<T> base = ofSubject.isPresent() ? ofSubject : preset;
    return base.map(own -> ofApplication.map(app -> strictest.apply(own, app)).orElse(own));
  }

  private static Set<FactorKind> both(Set<FactorKind> a, Set<FactorKind> b) {
    Set<FactorKind> common = EnumSet.noneOf(FactorKind.class);
    common.addAll(a);
    common.retainAll(b);
    return common;
  }
}
