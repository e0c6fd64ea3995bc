package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In which order a user's factors are asked: hardest to steal first, recovery codes last. A pass
 * comes after everything; where nothing else works, it is asked before anything is set up.
 */
final class AskOrder {

  private static final Set<FactorKind> MESSAGES = EnumSet.of(FactorKind.SMS, FactorKind.EMAIL);

  /** Factors of a user's own making: who set one up has turned two-step login on. */
  static final Set<FactorKind> OWN =
      EnumSet.of(FactorKind.SMS, FactorKind.TOTP, FactorKind.PASSKEY);

  private final List<FactorKind> has;
  private final Terms terms;

  AskOrder(List<FactorKind> has, Terms terms) {
    this.has = has.stream().distinct().toList();
    this.terms = terms;
  }

  /** What policy lets this user answer with; empty when nothing. */
  List<FactorKind> order() {
    List<FactorKind> usable =
        Stream.of(
                allowed(Set.of(FactorKind.PASSKEY)),
                allowed(Set.of(FactorKind.TOTP)),
                allowed(MESSAGES),
                allowed(Set.of(FactorKind.RECOVERY_CODES)))
            .flatMap(stream -> stream)
            .toList();
    return Stream.concat(
            (usable.isEmpty() ? usable : withFallback(usable)).stream(),
            has.stream().filter(kind -> kind == FactorKind.PASS))
        .toList();
  }

  boolean hasOwn() {
    return allowed(OWN).findAny().isPresent();
  }

  /** A message factor other than the one asked first is there only as the fall-back. */
  private List<FactorKind> withFallback(List<FactorKind> usable) {
    FactorKind first = usable.get(0);
    if (isRecovery(first)) {
      return usable;
    }
    Stream<FactorKind> others =
        Stream.concat(
                usable.stream().filter(kind -> !MESSAGES.contains(kind)),
                has.stream().filter(MESSAGES::contains).filter(terms.fallback()::allows))
            .filter(kind -> kind != first)
            // Recovery codes are the last resort even behind the fall-back.
            .sorted((a, b) -> Boolean.compare(isRecovery(a), isRecovery(b)));
    return Stream.concat(Stream.of(first), others).toList();
  }

  private Stream<FactorKind> allowed(Set<FactorKind> kinds) {
    return has.stream().filter(kinds::contains).filter(terms.factors()::contains);
  }

  private static boolean isRecovery(FactorKind kind) {
    return kind == FactorKind.RECOVERY_CODES;
  }
}
