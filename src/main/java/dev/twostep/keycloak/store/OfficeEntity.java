package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An office. */
@Entity
@Table(name = "TWOSTEP_OFFICE")
class OfficeEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "NAME")
  String name = "";

  @Column(name = "OWN_FACTORS")
  boolean ownFactors;

  @Column(name = "STRICT")
  boolean strict;

  @Column(name = "SHARED")
  boolean shared;

  @Column(name = "END_SESSIONS")
  boolean endSessions;

  @Column(name = "ORGANIZATION_ID")
  @Nullable String organization;

  @Column(name = "CREATED_AT")
  long createdAt;
}
