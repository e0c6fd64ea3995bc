package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The open invitation to enrol a device; holds digests only, and a locked secret. */
@Entity
@Table(name = "TWOSTEP_OFFICE_INVITE")
class OfficeInviteEntity {

  @Id
  @Column(name = "DEVICE_ID")
  String deviceId = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "OFFICE_ID")
  String officeId = "";

  @Column(name = "DIGEST")
  String digest = "";

  @Column(name = "EXPIRES_AT")
  long expiresAt;

  @Column(name = "BROWSER")
  @Nullable String browser;

  @Column(name = "SECRET")
  @Nullable String secret;

  @Column(name = "WRONG")
  int wrong;
}
