package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An outside web site that a user listed; its key is locked. */
@Entity
@Table(name = "TWOSTEP_PORTAL")
class PortalEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "NAME")
  String name = "";

  @Column(name = "ENTRY")
  @Nullable String entry;

  @Column(name = "HOST")
  @Nullable String host;

  @Column(name = "STATE")
  String state = "";

  @Column(name = "KEY_ID")
  @Nullable String keyId;

  @Column(name = "SECRET")
  @Nullable String secret;

  @Column(name = "PERIOD")
  int period;

  @Column(name = "LINK")
  @Nullable String link;

  @Column(name = "DRIFT_MS")
  long driftMs;

  @Column(name = "CREATED_AT")
  long createdAt;

  @Column(name = "ACTIVATED_AT")
  @Nullable Long activatedAt;

  @Column(name = "RESUMED_AT")
  @Nullable Long resumedAt;

  @Column(name = "LAST_STEP")
  long lastStep;

  @Column(name = "HANDED_AT")
  @Nullable Long handedAt;

  @Column(name = "HANDED_JOB")
  @Nullable String handedJob;

  @Column(name = "HANDED_CLIENT")
  @Nullable String handedClient;

  @Column(name = "ACCEPTED_AT")
  @Nullable Long acceptedAt;

  @Column(name = "REFUSALS")
  int refusals;

  @Column(name = "FLAGGED_AT")
  @Nullable Long flaggedAt;
}
