package dev.twostep.keycloak.store;

import java.io.Serializable;
import java.util.Objects;

/** What makes a row of {@link BlockEntity} one of its own. */
class BlockKey implements Serializable {

  private static final long serialVersionUID = 1;

  String realmId = "";
  String prefix = "";

  BlockKey() {}

  BlockKey(String realmId, String prefix) {
    this.realmId = realmId;
    this.prefix = prefix;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlockKey that
        && realmId.equals(that.realmId)
        && prefix.equals(that.prefix);
  }

  @Override
  public int hashCode() {
    return Objects.hash(realmId, prefix);
  }
}
