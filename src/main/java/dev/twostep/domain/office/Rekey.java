package dev.twostep.domain.office;

import dev.twostep.domain.office.OfficeDevice.Kind;
import dev.twostep.domain.office.OfficeDevice.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where one secret is on many phones: whether it has to change, and who has the old one. */
public final class Rekey {

  /** As long as an old secret goes on counting if nobody says otherwise. */
  public static final Duration USUAL = Duration.ofDays(7);

  public static final Duration LONGEST = Duration.ofDays(30);

  private final List<OfficeDevice> all;
  private final Instant now;

  public Rekey(List<OfficeDevice> all, Instant now) {
    this.all = all;
    this.now = now;
  }

  /** The secret that holders are given now. */
  public Optional<OfficeDevice> newest() {
    return all.stream()
        .filter(one -> one.kind() == Kind.SHARED && one.stateAt(now) == State.ACTIVE)
        .filter(one -> one.life().validUntil().isEmpty())
        .max(Comparator.comparing(one -> one.life().created()));
  }

  /** Employees who still have a secret that was, or is to be, replaced. */
  public List<OfficeDevice> due() {
    Optional<String> newest = newest().map(OfficeDevice::id);
    return holders().stream().filter(one -> !one.life().held().equals(newest)).toList();
  }

  /** Whether somebody left who has the newest secret. */
  public boolean isOfficeDue() {
    Optional<String> newest = newest().map(OfficeDevice::id);
    return newest.isPresent()
        && all.stream()
            .filter(one -> one.kind() == Kind.HOLDER && one.life().revoked().isPresent())
            .anyMatch(one -> one.life().held().equals(newest));
  }

  private List<OfficeDevice> holders() {
    return all.stream()
        .filter(one -> one.kind() == Kind.HOLDER && one.stateAt(now) == State.ACTIVE)
        .toList();
  }
}
