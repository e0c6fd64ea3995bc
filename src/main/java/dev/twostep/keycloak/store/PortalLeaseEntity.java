package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One code for one job of one robot: the record of who got which step and what the portal said. */
@Entity
@Table(name = "TWOSTEP_PORTAL_LEASE")
class PortalLeaseEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "PORTAL_ID")
  String portalId = "";

  @Column(name = "CLIENT_ID")
  String clientId = "";

  @Column(name = "JOB")
  String job = "";

  /** When the key was proven that the step is one of: other keys count their steps otherwise. */
  @Column(name = "KEY_SINCE")
  long keySince;

  @Column(name = "STEP")
  long step;

  @Column(name = "STATE")
  String state = "";

  @Column(name = "ASKED_AT")
  long askedAt;

  @Column(name = "HANDED_AT")
  @Nullable Long handedAt;

  @Column(name = "REPORTED_AT")
  @Nullable Long reportedAt;
}
