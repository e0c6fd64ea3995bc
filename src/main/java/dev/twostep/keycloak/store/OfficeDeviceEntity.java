package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A device of an office; its secret is locked by the server key. */
@Entity
@Table(name = "TWOSTEP_OFFICE_DEVICE")
class OfficeDeviceEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "OFFICE_ID")
  String officeId = "";

  @Column(name = "KIND")
  String kind = "";

  @Column(name = "LABEL")
  String label = "";

  @Column(name = "OWNER_ID")
  @Nullable String ownerId;

  @Column(name = "SECRET")
  @Nullable String secret;

  @Column(name = "VERSION")
  int version;

  @Column(name = "LAST_STEP")
  long lastStep;

  /** In which its secret was confirmed: spent for every account. */
  @Column(name = "ENROL_STEP")
  long enrolStep;

  @Column(name = "CREATED_AT")
  long createdAt;

  @Column(name = "ENROLLED_AT")
  @Nullable Long enrolledAt;

  @Column(name = "USED_AT")
  @Nullable Long usedAt;

  @Column(name = "REVOKED_AT")
  @Nullable Long revokedAt;

  @Column(name = "VALID_UNTIL")
  @Nullable Long validUntil;

  @Column(name = "HELD")
  @Nullable String held;
}
