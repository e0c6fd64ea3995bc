package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What was counted in one stretch of time, under a keyed digest. */
@Entity
@Table(name = "TWOSTEP_TALLY")
@IdClass(TallyKey.class)
class TallyEntity {

  @Id
  @Column(name = "NAME")
  String name = "";

  @Id
  @Column(name = "SLOT")
  long slot;

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "KIND")
  String kind = "";

  @Column(name = "SUBJECT")
  @Nullable String subject;

  @Column(name = "AMOUNT")
  long amount;

  @Column(name = "EXPIRES_AT")
  long expiresAt;
}
