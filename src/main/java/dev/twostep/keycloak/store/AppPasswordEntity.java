package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * What changes about an app password, and what is remembered of one that is gone. Whether it is
 * alive says the user's credential of the same id alone.
 */
@Entity
@Table(name = "TWOSTEP_APP_PASSWORD")
class AppPasswordEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "SEAL")
  String seal = "";

  @Column(name = "NAME")
  @Nullable String name;

  /** Where its owner looks after it: rounds by the clock know no address of this server. */
  @Column(name = "LINK")
  @Nullable String link;

  @Column(name = "CREATED_AT")
  long createdAt;

  @Column(name = "EXPIRES_AT")
  @Nullable Long expiresAt;

  @Column(name = "USED_AT")
  @Nullable Long usedAt;

  @Column(name = "USED_FROM")
  @Nullable String usedFrom;

  @Column(name = "REVOKED_AT")
  @Nullable Long revokedAt;

  /** When its owner was told that somebody still uses it, though it is revoked. */
  @Column(name = "TOLD_AT")
  @Nullable Long toldAt;

  @Column(name = "EXPIRY_TOLD_AT")
  @Nullable Long expiryToldAt;

  @Column(name = "UNUSED_TOLD_AT")
  @Nullable Long unusedToldAt;
}
