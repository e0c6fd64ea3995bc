package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The messages sent to one address, known here by its keyed digest only. */
@Entity
@Table(name = "TWOSTEP_CONTACT")
class ContactEntity {

  @Id
  @Column(name = "DIGEST")
  String digest = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "MESSAGES_SENT")
  String messagesSent = "";

  @Column(name = "UPDATED_AT")
  long updatedAt;
}
