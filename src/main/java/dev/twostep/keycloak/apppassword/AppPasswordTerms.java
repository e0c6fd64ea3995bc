package dev.twostep.keycloak.apppassword;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** For how many days app passwords may be made in a realm; {@code 0} means without an end. */
public final class AppPasswordTerms {

  public static final int FOREVER = 0;

  private static final List<Integer> OFFERED = List.of(30, 90, 365);

  private AppPasswordTerms() {}

  /** What there is to choose from, the shortest first, what has no end last. */
  public static List<Integer> of(RealmModel realm) {
    List<Integer> days = new ArrayList<>(OFFERED);
    Optional<Integer> most = AppPasswordSettings.maxDays(realm);
    if (most.isEmpty()) {
      days.add(FOREVER);
      return List.copyOf(days);
    }
    days.removeIf(one -> one >= most.get());
    days.add(most.get());
    return List.copyOf(days);
  }

  /** Empty for none that is offered. */
  static Optional<Integer> chosen(RealmModel realm, String typed) {
    return of(realm).stream().filter(days -> days.toString().equals(typed)).findFirst();
  }

  /** To the second: whoever reads it reads no fractions. */
  static Optional<Instant> end(Instant now, int days) {
    return days == FOREVER
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(now.plus(Duration.ofDays(days)).getEpochSecond()));
  }
}
