package dev.twostep.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one letter has put aside, or what one try to send it has cost. */
@Entity
@Table(name = "TWOSTEP_COST")
class CostEntity {

  @Id
  @Column(name = "ID")
  String id = "";

  @Column(name = "REALM_ID")
  String realmId = "";

  @Column(name = "BUDGETS")
  String budgets = "";

  @Column(name = "SPENT_DAY")
  long day;

  @Column(name = "AMOUNT")
  long amount;
}
