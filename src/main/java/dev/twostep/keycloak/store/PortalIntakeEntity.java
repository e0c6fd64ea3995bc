package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A key on its way to a portal: how it is to come, and what came, locked and not proven yet. */
@Entity
@Table(name = "TWOSTEP_PORTAL_INTAKE")
class PortalIntakeEntity {

  @Id
  @Column(name = "PORTAL_ID")
  String portalId = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "ID")
  String id = "";

  @Column(name = "PATH")
  String path = "";

  @Column(name = "WAY")
  String way = "";

  @Column(name = "STATE")
  String state = "";

  @Column(name = "EXPIRES_AT")
  long expiresAt;

  @Column(name = "DIGEST")
  @Nullable String digest;

  @Column(name = "CHALLENGE")
  @Nullable String challenge;

  @Column(name = "BROWSER")
  @Nullable String browser;

  @Column(name = "WORDS")
  @Nullable String words;

  @Column(name = "FLAW")
  @Nullable String flaw;

  @Column(name = "TRIES")
  int tries;

  @Column(name = "KEY_ID")
  @Nullable String keyId;

  @Column(name = "SECRET")
  @Nullable String secret;

  @Column(name = "LABEL")
  @Nullable String label;
}
