package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the attributes of one scope. A blank value is an absent one: forms store cleared fields so.
 */
final class LayerReader {

  private static final Pattern SKIPS = Pattern.compile("[0-9]|10");
  private static final Pattern DAYS = Pattern.compile("[12]?[0-9]|30");
  private static final Set<FactorKind> ENROLLABLE =
      EnumSet.of(FactorKind.SMS, FactorKind.EMAIL, FactorKind.TOTP);

  private final Map<String, String> attributes;
  private final List<Unreadable> unreadable = new ArrayList<>();

  LayerReader(Map<String, String> attributes) {
    this.attributes = attributes;
  }

  Layer read() {
    Optional<Requirement> requirement =
        read(Layer.REQUIREMENT, Requirement::of, "is not off, optional or required");
    FactorRules rules =
        new FactorRules(
            factors(),
            read(Layer.FIRST, LayerReader::enrollable, "is not sms, email or totp"),
            read(Layer.FALLBACK, Fallback::of, "is not sms, email or none"),
            grace(),
            new TrustRules(
                read(Layer.TRUST_DAYS, LayerReader::days, "is not a number from 0 to 30"),
                read(
                    Layer.PASSCODE,
                    PasscodeRule::of,
                    "is not off, optional, required or as-second-step")));
    return new Layer(requirement, rules, unreadable, List.of());
  }

  private Optional<Set<FactorKind>> factors() {
    Optional<String> stored = value(Layer.FACTORS);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    Set<FactorKind> kinds = EnumSet.noneOf(FactorKind.class);
    boolean readable = true;
    for (String word : stored.get().split(",", -1)) {
      Optional<FactorKind> kind = FactorKind.of(word.strip()).filter(k -> k != FactorKind.PASS);
      kind.ifPresent(kinds::add);
      if (kind.isEmpty()) {
        readable = false;
        unreadable.add(
            new Unreadable(
                Layer.FACTORS, word, "is not sms, email, totp, passkey, office or recovery-codes"));
      }
    }
    return readable ? Optional.of(kinds) : Optional.empty();
  }

  private Optional<Grace> grace() {
    int before = unreadable.size();
    Optional<Instant> until =
        read(Layer.GRACE_UNTIL, Moments::endOf, "is not a date like 2026-12-31 or an instant");
    Optional<Integer> skips =
        read(Layer.GRACE_SKIPS, LayerReader::number, "is not a number from 0 to 10");
    boolean readable = unreadable.size() == before;
    return readable && (until.isPresent() || skips.isPresent())
        ? Optional.of(new Grace(until, skips.map(OptionalInt::of).orElseGet(OptionalInt::empty)))
        : Optional.empty();
  }

  private <T> Optional<T> read(
      String attribute, Function<String, Optional<T>> reader, String problem) {
    Optional<String> stored = value(attribute);
    Optional<T> value = stored.flatMap(reader);
    if (stored.isPresent() && value.isEmpty()) {
      unreadable.add(new Unreadable(attribute, stored.get(), problem));
    }
    return value;
  }

  private Optional<String> value(String attribute) {
    return Optional.ofNullable(attributes.get(attribute))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static Optional<FactorKind> enrollable(String word) {
    return FactorKind.of(word).filter(ENROLLABLE::contains);
  }

  private static Optional<Integer> days(String text) {
    return DAYS.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<Integer> number(String text) {
    return SKIPS.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
