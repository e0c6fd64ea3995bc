package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** News on their way to one address, which is blanked as soon as the notice is closed. */
@Entity
@Table(name = "TWOSTEP_NOTICE")
class NoticeEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "NEWS_ID")
  String newsId = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "CHANNEL")
  String channel = "";

  @Column(name = "SENT_TO")
  @Nullable String sentTo;

  @Column(name = "LOCALE")
  String locale = "";

  @Column(name = "LINK")
  String link = "";

  @Column(name = "STATE")
  String state = "";

  @Column(name = "REASON")
  @Nullable String reason;

  @Column(name = "TRIES")
  int tries;

  /** When it was written or last claimed. */
  @Column(name = "TOUCHED_AT")
  long touchedAt;
}
