package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One change of a user's factors, and what the user said of it; holds no full address. */
@Entity
@Table(name = "TWOSTEP_NEWS")
class NewsEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "WHAT")
  String what = "";

  @Column(name = "FACTOR")
  String factor = "";

  /** May be empty, which Oracle stores as no value at all. */
  @Column(name = "CREDENTIAL_ID")
  @Nullable String credentialId;

  @Column(name = "DETAIL")
  @Nullable String detail;

  @Column(name = "HAPPENED_AT")
  long happenedAt;

  @Column(name = "ANSWER")
  @Nullable String answer;

  @Column(name = "ANSWERED_AT")
  @Nullable Long answeredAt;
}
