package dev.twostep.domain.office;

import dev.twostep.domain.factor.FactorName;
import dev.twostep.domain.office.OfficeDevice.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the devices of one office may be called: no two that live alike. */
public final class DeviceLabels {

  /** Every device is one more code that a guess may meet. */
  public static final int MOST = 100;

  private final List<OfficeDevice> living;

  public DeviceLabels(List<OfficeDevice> all, Instant now) {
    this.living =
        all.stream()
            .filter(one -> one.kind() != OfficeDevice.Kind.SHARED)
            .filter(one -> one.stateAt(now) == State.ACTIVE || one.stateAt(now) == State.INVITED)
            .toList();
  }

  /** Why no device of that label can be added; empty if it can. */
  public Optional<DeviceRefusal> toAdding(String label) {
    return living.size() >= MOST ? Optional.of(DeviceRefusal.TOO_MANY) : toNaming("", label);
  }

  /** Why that device cannot be called so; empty if it can. */
  public Optional<DeviceRefusal> toNaming(String device, String label) {
    Optional<DeviceRefusal> flaw = FactorName.flaw(label).map(DeviceLabels::refusal);
    if (flaw.isPresent()) {
      return flaw;
    }
    String name = folded(label);
    return living.stream()
        .filter(one -> !one.id().equals(device))
        .filter(one -> folded(one.label()).equals(name))
        .findFirst()
        .map(one -> DeviceRefusal.LABEL_TAKEN);
  }

  private static DeviceRefusal refusal(FactorName.Flaw flaw) {
    return switch (flaw) {
      case MISSING -> DeviceRefusal.LABEL_MISSING;
      case TOO_LONG -> DeviceRefusal.LABEL_LONG;
      case INVISIBLE -> DeviceRefusal.LABEL_INVISIBLE;
    };
  }

  private static String folded(String label) {
    return FactorName.trimmed(label).toLowerCase(Locale.ROOT);
  }
}
