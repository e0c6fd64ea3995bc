package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A prefix to which no text messages went out, or that was let out by an administrator. */
@Entity
@Table(name = "TWOSTEP_BLOCK")
@IdClass(BlockKey.class)
class BlockEntity {

  @Id
  @Column(name = "REALM_ID")
  String realmId = "";

  @Id
  @Column(name = "PREFIX")
  String prefix = "";

  @Column(name = "REASON")
  @Nullable String reason;

  @Column(name = "SINCE")
  @Nullable Long since;

  @Column(name = "REFUSED_AT")
  @Nullable Long refusedAt;

  @Column(name = "LET_OUT_UNTIL")
  @Nullable Long letOutUntil;
}
