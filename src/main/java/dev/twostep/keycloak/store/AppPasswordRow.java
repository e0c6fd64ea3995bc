package dev.twostep.keycloak.store;

import dev.twostep.application.challenge.Account;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of an app password beside its credential. */
public record AppPasswordRow(Sealed sealed, Account account, Label label, Life life) {

  /** By what it is recognised. */
  public record Sealed(String id, String seal) {}

  /** What its owner calls it, and the page where they look after it. */
  public record Label(String name, String link) {}

  /** Its dates. */
  public record Life(
      Instant createdAt, Optional<Instant> expiresAt, Optional<Use> lastUse, Ending ending) {}

  /** When it was taken back, and whether its owner knows that somebody still tries it. */
  public record Ending(Optional<Instant> revokedAt, boolean told) {

    /** It is alive. */
    public static final Ending NONE = new Ending(Optional.empty(), false);
  }

  /** When and from which network, masked. */
  public record Use(Instant at, String from) {}

  public String id() {
    return sealed.id();
  }

  /** Whether its owner knows that somebody tries it, though it is revoked. */
  public boolean told() {
    return life.ending().told();
  }

  /** The last use; the making counts as one. */
  public Instant usedAt() {
    return life.lastUse().map(Use::at).orElse(life.createdAt());
  }

  static AppPasswordRow of(AppPasswordEntity row) {
    return new AppPasswordRow(
        new Sealed(row.id, row.seal),
        new Account(row.realmId, row.userId),
        new Label(text(row.name), text(row.link)),
        new Life(
            Instant.ofEpochMilli(row.createdAt),
            instant(row.expiresAt),
            instant(row.usedAt).map(at -> new Use(at, text(row.usedFrom))),
            new Ending(instant(row.revokedAt), row.toldAt != null)));
  }

  AppPasswordEntity entity() {
    AppPasswordEntity row = new AppPasswordEntity();
    row.id = sealed.id();
    row.seal = sealed.seal();
    row.realmId = account.realm();
    row.userId = account.user();
    row.name = label.name();
    row.link = label.link();
    row.createdAt = life.createdAt().toEpochMilli();
    row.expiresAt = life.expiresAt().map(Instant::toEpochMilli).orElse(null);
    row.usedAt = life.lastUse().map(use -> use.at().toEpochMilli()).orElse(null);
    row.usedFrom = life.lastUse().map(Use::from).orElse(null);
    row.revokedAt = life.ending().revokedAt().map(Instant::toEpochMilli).orElse(null);
    return row;
  }

  private static Optional<Instant> instant(@Nullable Long millis) {
    return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
  }

  private static String text(@Nullable String stored) {
    return stored == null ? "" : stored;
  }
}
