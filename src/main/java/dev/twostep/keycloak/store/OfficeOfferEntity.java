package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** An office that an account is invited to join. */
@Entity
@Table(name = "TWOSTEP_OFFICE_OFFER")
@IdClass(OfficeUserKey.class)
class OfficeOfferEntity {

  @Id
  @Column(name = "USER_ID")
  String userId = "";

  @Id
  @Column(name = "OFFICE_ID")
  String officeId = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "USER_NAME")
  String userName = "";

  @Column(name = "CUSTOMER")
  String customer = "";

  @Column(name = "OFFERED_AT")
  long offeredAt;
}
