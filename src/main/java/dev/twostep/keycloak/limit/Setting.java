package dev.twostep.keycloak.limit;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * One attribute of a realm.
 *
 * @param absent what holds without it
 * @param doubtful what holds if it cannot be read
 * @param form how it is written, for administrators
 */
public record Setting<T>(
    String attribute, T absent, T doubtful, Function<String, Optional<T>> parser, String form) {

  static <T> Setting<T> of(
      String attribute, T absent, Function<String, Optional<T>> parser, String form) {
    return new Setting<>(attribute, absent, absent, parser, form);
  }

  Setting<T> inDoubt(T other) {
    return new Setting<>(attribute, absent, other, parser, form);
  }

  public T of(RealmModel realm) {
    return of(realm.getAttribute(attribute));
  }

  T of(@Nullable String written) {
    return isAbsent(written) ? absent : parser.apply(written).orElse(doubtful);
  }

  /** Whether somebody wrote something there that nobody understands. */
  public boolean isUnreadable(RealmModel realm) {
    String written = realm.getAttribute(attribute);
    return !isAbsent(written) && parser.apply(written).isEmpty();
  }

  private static boolean isAbsent(@Nullable String written) {
    return written == null || written.isBlank();
  }
}
