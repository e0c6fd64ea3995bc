package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One list of accounts that was uploaded, and how far its reading is. */
@Entity
@Table(name = "TWOSTEP_OFFICE_IMPORT")
class OfficeImportEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "OFFICE_ID")
  String officeId = "";

  @Column(name = "DRY_RUN")
  boolean dryRun;

  @Column(name = "STATE")
  String state = "";

  @Column(name = "LINES_ALL")
  int linesAll;

  @Column(name = "LINES_DONE")
  int linesDone;

  @Column(name = "OUTCOMES")
  String outcomes = "";

  @Column(name = "STARTED_BY")
  String startedBy = "";

  @Column(name = "STARTED_AT")
  long startedAt;

  @Column(name = "TOUCHED_AT")
  long touchedAt;
}
