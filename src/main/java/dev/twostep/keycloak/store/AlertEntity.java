package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One thing that administrators are to know, told once by all nodes. */
@Entity
@Table(name = "TWOSTEP_ALERT")
class AlertEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "CODE")
  String code = "";

  @Column(name = "MESSAGE")
  String text = "";

  @Column(name = "RAISED_AT")
  long raisedAt;
}
