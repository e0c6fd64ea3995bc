package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A user who looks after an office. */
@Entity
@Table(name = "TWOSTEP_OFFICE_MANAGER")
@IdClass(OfficeUserKey.class)
class OfficeManagerEntity {

  @Id
  @Column(name = "USER_ID")
  String userId = "";

  @Id
  @Column(name = "OFFICE_ID")
  String officeId = "";

  @Column(name = "REALM_ID")
  String realmId = "";
}
