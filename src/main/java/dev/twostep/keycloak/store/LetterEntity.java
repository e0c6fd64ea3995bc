package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One message on its way; the address is blanked as soon as it goes nowhere any more. */
@Entity
@Table(name = "TWOSTEP_LETTER")
class LetterEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "CHALLENGE_ID")
  String challengeId = "";

  @Column(name = "PURPOSE")
  String purpose = "";

  @Column(name = "CHANNEL")
  String channel = "";

  @Column(name = "SENT_TO")
  String sentTo = "";

  @Column(name = "LOCALE")
  String locale = "";

  @Column(name = "HOST")
  String host = "";

  /** An e-mail address to which the same code may go. */
  @Column(name = "FALLBACK_TO")
  @Nullable String fallbackTo;

  @Column(name = "STATE")
  String state = "";

  @Column(name = "REASON")
  String reason = "";

  @Column(name = "EXPIRES_AT")
  long expiresAt;

  /** When somebody else may take it up: the end of a head start, of a lease or of a wait. */
  @Column(name = "DUE_AT")
  @Nullable Long dueAt;

  /** Grows with each claim: whoever holds an older one has lost it. */
  @Column(name = "CLAIMS")
  int claims;

  @Column(name = "TRIED")
  @Nullable String tried;

  @Column(name = "MESSAGES_OUT")
  int messagesOut;

  @Column(name = "WAITS")
  int waits;

  /** The gateway that took it last. */
  @Column(name = "GATEWAY")
  @Nullable String gateway;

  @Column(name = "MOVED")
  int moved;

  @Column(name = "BASE_URI")
  @Nullable String baseUri;
}
