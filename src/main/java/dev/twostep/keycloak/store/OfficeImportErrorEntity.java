package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A line of an uploaded list that could not be followed. */
@Entity
@Table(name = "TWOSTEP_OFFICE_IMPORT_ERROR")
class OfficeImportErrorEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "IMPORT_ID")
  String importId = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "OFFICE_ID")
  String officeId = "";

  @Column(name = "LINE_NO")
  long line;

  @Column(name = "CUSTOMER")
  String customer = "";

  @Column(name = "USER_NAME")
  String userName = "";

  @Column(name = "REASON")
  String reason = "";
}
