package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The number that an account has set up, as a keyed digest. */
@Entity
@Table(name = "TWOSTEP_NUMBER")
class NumberEntity {

  @Id
  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "DIGEST")
  String digest = "";
}
