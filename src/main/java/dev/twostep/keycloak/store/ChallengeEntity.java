package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One challenge; its code is in no column. */
@Entity
@Table(name = "TWOSTEP_CHALLENGE")
class ChallengeEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "LOGIN_ID")
  String login = "";

  @Column(name = "PURPOSE")
  String purpose = "";

  @Column(name = "CHANNEL")
  String channel = "";

  @Column(name = "CONTACT_DIGEST")
  String contactDigest = "";

  @Column(name = "ASKED_AT")
  long askedAt;

  @Column(name = "WRONG_ANSWERS")
  int wrongAnswers;

  @Column(name = "SPENT_AT")
  @Nullable Long spentAt;
}
