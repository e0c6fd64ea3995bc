package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one service account may ask for; without a row it may ask for nothing. */
@Entity
@Table(name = "TWOSTEP_PORTAL_ROBOT")
class PortalRobotEntity {

  @Id
  @Column(name = "CLIENT_ID")
  String clientId = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "RULES")
  String rules = "";

  @Column(name = "CHANGED_AT")
  long changedAt;
}
