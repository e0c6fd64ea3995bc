package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That a pass was used; its primary key is why that happens once. */
@Entity
@Table(name = "TWOSTEP_PASS_USE")
class PassUseEntity {

  @Id
  @Column(name = "PASS_ID")
  String passId = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "USED_AT")
  long usedAt;
}
