package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The budgets of one user; its row is the lock under which everything of that user is settled. */
@Entity
@Table(name = "TWOSTEP_ACCOUNT")
class AccountEntity {

  @Id
  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "WRONG_ANSWERS")
  String wrongAnswers = "";

  @Column(name = "STREAKS")
  String streaks = "";

  @Column(name = "MESSAGES_SENT")
  String messagesSent = "";

  /** Absent in rows from before there was such a column. */
  @Column(name = "LAST_USED")
  @Nullable String lastUsed;
}
