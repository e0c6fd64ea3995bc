package dev.twostep.keycloak.store;

import java.io.Serializable;
import java.util.Objects;

/** What makes a row of {@link TallyEntity} one of its own. */
class TallyKey implements Serializable {

  private static final long serialVersionUID = 1;

  String name = "";
  long slot;

  @Override
  public boolean equals(Object other) {
    return other instanceof TallyKey that && name.equals(that.name) && slot == that.slot;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, slot);
  }
}
