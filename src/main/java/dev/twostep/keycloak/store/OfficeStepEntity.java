package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** The last time step that an account accepted from a device of its office. */
@Entity
@Table(name = "TWOSTEP_OFFICE_STEP")
@IdClass(OfficeStepKey.class)
class OfficeStepEntity {

  @Id
  @Column(name = "USER_ID")
  String userId = "";

  @Id
  @Column(name = "DEVICE_ID")
  String deviceId = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "OFFICE_ID")
  String officeId = "";

  @Column(name = "LAST_STEP")
  long lastStep;
}
