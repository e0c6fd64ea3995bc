package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In which order a user's factors are asked: the one they prefer, then hardest to steal first,
 * recovery codes last. A pass comes after everything; where nothing else works, it is asked before
 * anything is set up.
 */
final class AskOrder {

  private static final Set<FactorKind> MESSAGES = EnumSet.of(FactorKind.SMS, FactorKind.EMAIL);

  /** Who has set one of these up, or was attached to an office, has turned two-step login on. */
  static final Set<FactorKind> OWN =
      EnumSet.of(FactorKind.SMS, FactorKind.TOTP, FactorKind.PASSKEY, FactorKind.OFFICE);

  private final List<FactorKind> has;
  private final Terms terms;
  private final Optional<FactorKind> preferred;

  AskOrder(List<FactorKind> has, Terms terms, Optional<FactorKind> preferred) {
    this.has = has.stream().distinct().toList();
    this.terms = terms;
    this.preferred = preferred;
  }

  /** What policy lets this user answer with; empty when nothing. */
  List<FactorKind> order() {
    Stream<FactorKind> pass = has.stream().filter(kind -> kind == FactorKind.PASS);
    return Stream.concat(withoutPass().stream(), pass).toList();
  }

  private List<FactorKind> withoutPass() {
    List<FactorKind> usable = usable();
    if (usable.isEmpty()) {
      return usable;
    }
    FactorKind strongest = usable.get(0);
    FactorKind first = preferred.filter(firsts()::contains).orElse(strongest);
    return withFallback(first, usable);
  }

  /** What the user may choose to be asked first. */
  List<FactorKind> firsts() {
    List<FactorKind> usable = usable();
    return usable.stream().filter(kind -> mayBeFirst(kind, usable.get(0))).toList();
  }

  /** A wish only reorders: a message behind an app counts as far as the fall-back lets it. */
  private boolean mayBeFirst(FactorKind kind, FactorKind strongest) {
    boolean reachable =
        !MESSAGES.contains(kind) || MESSAGES.contains(strongest) || terms.fallback().allows(kind);
    return reachable && !isRecovery(kind);
  }

  private List<FactorKind> usable() {
    return Stream.of(
            allowed(Set.of(FactorKind.PASSKEY)),
            allowed(Set.of(FactorKind.OFFICE)),
            allowed(Set.of(FactorKind.TOTP)),
            allowed(MESSAGES),
            allowed(Set.of(FactorKind.RECOVERY_CODES)))
        .flatMap(stream -> stream)
        .toList();
  }

  boolean hasOwn() {
    return allowed(OWN).findAny().isPresent();
  }

  /** A message factor other than the one asked first is there only as the fall-back. */
  private List<FactorKind> withFallback(FactorKind first, List<FactorKind> usable) {
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
