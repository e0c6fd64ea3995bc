package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last time step that an authenticator app's credential was accepted in. */
@Entity
@Table(name = "TWOSTEP_STEP")
class StepEntity {

  @Id
  @Column(name = "CREDENTIAL_ID")
  String credentialId = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "LAST_STEP")
  long lastStep;
}
