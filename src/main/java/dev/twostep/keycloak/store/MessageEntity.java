package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One try to send a code: masked, and without any code. */
@Entity
@Table(name = "TWOSTEP_MESSAGE")
class MessageEntity {

  /** Of the try: receipts name it. */
  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "LETTER_ID")
  String letterId = "";

  @Column(name = "CHALLENGE_ID")
  String challengeId = "";

  @Column(name = "CHANNEL")
  String channel = "";

  @Column(name = "GATEWAY")
  String gateway = "";

  @Column(name = "MASKED")
  String masked = "";

  /** The number without its last four digits; none for e-mail. */
  @Column(name = "PREFIX")
  @Nullable String prefix;

  @Column(name = "CALLING_CODE")
  @Nullable String callingCode;

  @Column(name = "OUTCOME")
  String outcome = "";

  @Column(name = "REASON")
  @Nullable String reason;

  /** The service's own id of the message. */
  @Column(name = "REFERENCE")
  @Nullable String reference;

  @Column(name = "SENT_AT")
  long sentAt;

  @Column(name = "LATENCY_MS")
  long latency;

  /** In millionths of the realm's currency. */
  @Column(name = "COST")
  @Nullable Long cost;

  @Column(name = "RECEIPT")
  @Nullable String receipt;

  @Column(name = "RECEIPT_AT")
  @Nullable Long receiptAt;

  @Column(name = "USED_AT")
  @Nullable Long usedAt;
}
