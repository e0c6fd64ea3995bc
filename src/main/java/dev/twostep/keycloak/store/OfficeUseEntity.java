package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One login that a device of an office opened. */
@Entity
@Table(name = "TWOSTEP_OFFICE_USE")
class OfficeUseEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "OFFICE_ID")
  String officeId = "";

  @Column(name = "DEVICE_ID")
  String deviceId = "";

  @Column(name = "DEVICE_LABEL")
  String deviceLabel = "";

  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "USER_NAME")
  String userName = "";

  @Column(name = "CLIENT_ID")
  String clientId = "";

  @Column(name = "SESSION_ID")
  String sessionId = "";

  @Column(name = "NETWORK")
  String network = "";

  @Column(name = "USED_AT")
  long usedAt;
}
