package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An account that accepts the codes of an office. */
@Entity
@Table(name = "TWOSTEP_OFFICE_ACCOUNT")
class OfficeAccountEntity {

  @Id
  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "OFFICE_ID")
  String officeId = "";

  @Column(name = "USER_NAME")
  String userName = "";

  @Column(name = "CUSTOMER")
  String customer = "";

  @Column(name = "ATTACHED_AT")
  long attachedAt;
}
