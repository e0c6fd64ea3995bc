package dev.twostep.keycloak.store;

import java.io.Serializable;
import java.util.Objects;

/** What makes a row between an account and an office one of its own. */
class OfficeUserKey implements Serializable {

  private static final long serialVersionUID = 1;

  String userId = "";
  String officeId = "";

  OfficeUserKey() {}

  OfficeUserKey(String userId, String officeId) {
    this.userId = userId;
    this.officeId = officeId;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OfficeUserKey that
        && userId.equals(that.userId)
        && officeId.equals(that.officeId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(userId, officeId);
  }
}
