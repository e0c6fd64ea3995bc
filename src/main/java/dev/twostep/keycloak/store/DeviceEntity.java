package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A trusted device; holds digests only. */
@Entity
@Table(name = "TWOSTEP_DEVICE")
class DeviceEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "USER_ID")
  String userId = "";

  @Column(name = "CREDENTIAL_ID")
  String credentialId = "";

  @Column(name = "CREDENTIAL_PRINT")
  String print = "";

  @Column(name = "TRUSTED_AT")
  long trustedAt;

  @Column(name = "SECRET")
  String secret = "";

  @Column(name = "FORMER_SECRET")
  @Nullable String formerSecret;

  @Column(name = "ROTATED_AT")
  long rotatedAt;

  @Column(name = "PASSCODE")
  @Nullable String passcode;

  @Column(name = "WRONG_PASSCODES")
  int wrongPasscodes;

  @Column(name = "USED_AT")
  long usedAt;

  @Column(name = "NETWORK")
  String network = "";
}
