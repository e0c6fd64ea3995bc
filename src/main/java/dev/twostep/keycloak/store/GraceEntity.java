package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What is left of the grace period that a user was once granted. */
@Entity
@Table(name = "TWOSTEP_GRACE")
class GraceEntity {

  @Id
  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "ENDS_AT")
  @Nullable Long endsAt;

  @Column(name = "SKIPS_LEFT")
  @Nullable Integer skipsLeft;
}
