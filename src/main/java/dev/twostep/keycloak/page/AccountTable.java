package dev.twostep.keycloak.page;

import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.store.JpaOfficeAccounts;
import dev.twostep.keycloak.store.JpaOfficeAccounts.Linked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The accounts of an office, a page at a time, and the invitations that nobody has answered. */
final class AccountTable {

  static final int SIZE = 25;

  private final Visit visit;
  private final Office office;
  private final Leaf leaf;

  AccountTable(Visit visit, Office office, Leaf leaf) {
    this.visit = visit;
    this.office = office;
    this.leaf = leaf;
  }

  Map<String, Object> shown() {
    JpaOfficeAccounts accounts = new JpaOfficeAccounts(visit.session(), visit.realm());
    // One more than is shown tells whether there is another page.
    List<Linked> found =
        accounts.page(office.id(), leaf.search(), leaf.accounts() * SIZE, SIZE + 1);
    Map<String, Object> shown = new HashMap<>();
    shown.put("accounts", found.stream().limit(SIZE).map(this::row).toList());
    shown.put("accountCount", accounts.count(office.id()));
    shown.put("accountPage", leaf.accounts());
    shown.put("moreAccounts", found.size() > SIZE);
    shown.put("search", leaf.search());
    shown.put("offers", accounts.offersOf(office.id()).stream().map(this::row).toList());
    return shown;
  }

  private Map<String, Object> row(Linked one) {
    return Map.of(
        "id", one.user(),
        "user", one.userName(),
        "customer", one.customer(),
        "since", new Days(visit).of(one.at()));
  }
}
