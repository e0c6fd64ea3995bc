package dev.twostep.keycloak.store;

import java.io.Serializable;
import java.util.Objects;

/** What makes a row between an account and a device one of its own. */
class OfficeStepKey implements Serializable {

  private static final long serialVersionUID = 1;

  String userId = "";
  String deviceId = "";

  OfficeStepKey() {}

  OfficeStepKey(String userId, String deviceId) {
    this.userId = userId;
    this.deviceId = deviceId;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OfficeStepKey that
        && userId.equals(that.userId)
        && deviceId.equals(that.deviceId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(userId, deviceId);
  }
}
