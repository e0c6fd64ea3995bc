package dev.twostep.keycloak.page;

import dev.twostep.domain.office.DeviceRefusal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a manager's page says after something was done; {@link #word()} travels in its address. */
record OfficeSaid(String word, boolean isGood) {

  private static final String NO = "no-";

  static final OfficeSaid RENAMED = new OfficeSaid("renamed", true);
  static final OfficeSaid REVOKED = new OfficeSaid("revoked", true);
  static final OfficeSaid REKEYED = new OfficeSaid("rekeyed", true);
  static final OfficeSaid OFFERED = new OfficeSaid("offered", true);
  static final OfficeSaid WITHDRAWN = new OfficeSaid("withdrawn", true);
  static final OfficeSaid TAKEN_OFF = new OfficeSaid("taken-off", true);
  static final OfficeSaid CONFIRMED = new OfficeSaid("confirmed", true);
  static final OfficeSaid CANCELLED = new OfficeSaid("cancelled", true);
  static final OfficeSaid NO_NAME = new OfficeSaid("no-name", false);
  static final OfficeSaid GONE = new OfficeSaid("gone", false);

  private static final OfficeSaid[] OWN = {
    RENAMED, REVOKED, REKEYED, OFFERED, WITHDRAWN, TAKEN_OFF, CONFIRMED, CANCELLED, NO_NAME, GONE
  };

  static OfficeSaid no(DeviceRefusal why) {
    return new OfficeSaid(NO + why.word(), false);
  }

  String key() {
    return "twostepOfficeSaid-" + word;
  }

  /** Empty for anything that this page does not say. */
  static Optional<OfficeSaid> of(@Nullable String word) {
    return Arrays.stream(OWN)
        .filter(said -> said.word.equals(word))
        .findFirst()
        .or(
            () ->
                Arrays.stream(DeviceRefusal.values())
                    .map(OfficeSaid::no)
                    .filter(said -> said.word.equals(word))
                    .findFirst());
  }

  /** What Keycloak's answer to a {@code kc_action} means. */
  static Optional<OfficeSaid> ofAction(@Nullable String status) {
    return Optional.ofNullable(status).map(word -> word.equals("success") ? CONFIRMED : CANCELLED);
  }
}
