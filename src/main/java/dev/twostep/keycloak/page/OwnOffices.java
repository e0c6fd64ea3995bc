package dev.twostep.keycloak.page;

import dev.twostep.domain.office.JoinOutcome;
import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.office.OfficeBook;
import dev.twostep.keycloak.office.OfficeEvents;
import dev.twostep.keycloak.store.JpaOfficeAccounts;
import dev.twostep.keycloak.store.JpaOfficeAccounts.Linked;
import dev.twostep.keycloak.store.JpaOfficeLog;
import dev.twostep.keycloak.store.JpaOffices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The office that opens the visitor's account, and those that ask to; as maps for FreeMarker. */
final class OwnOffices {

  private static final int LAST_OPENINGS = 5;

  private final Visit visit;
  private final JpaOffices offices;
  private final JpaOfficeAccounts accounts;

  OwnOffices(Visit visit) {
    this.visit = visit;
    this.offices = new JpaOffices(visit.session(), visit.realm());
    this.accounts = new JpaOfficeAccounts(visit.session(), visit.realm());
  }

  Map<String, Object> shown() {
    Optional<Office> member = accounts.of(visit.user().getId()).flatMap(row -> office(row));
    Confirming confirming = new Confirming(visit, MeResource.PATH);
    Map<String, Object> shown = new HashMap<>();
    shown.put("member", member.map(Office::name).orElse(""));
    shown.put("ownFactors", member.map(office -> office.options().ownFactors()).orElse(true));
    shown.put("offers", offers());
    shown.put("fresh", confirming.isFresh());
    shown.put("confirm", confirming.link());
    shown.put("openings", openings());
    shown.put("managed", new ManagedOfficesPage(visit).offices());
    return shown;
  }

  private List<Map<String, String>> offers() {
    return accounts.offersTo(visit.user().getId()).stream()
        .flatMap(
            row ->
                office(row).stream()
                    .map(
                        office ->
                            Map.of(
                                "id", office.id(),
                                "office", office.name(),
                                "since", new Days(visit).of(row.at()))))
        .toList();
  }

  private List<Map<String, Object>> openings() {
    return new JpaOfficeLog(visit.session(), visit.realm())
        .ofUser(visit.user().getId(), LAST_OPENINGS).stream()
            .map(use -> LogTable.row(visit, use))
            .toList();
  }

  /** Only after a proof of the owner's own factor: from then on others can come in. */
  Said accept(String id) {
    Optional<Office> office = offices.find(id);
    if (office.isEmpty()) {
      return Said.NOT_YOURS;
    }
    JoinOutcome outcome = book(office.get()).accept(visit.user());
    if (outcome == JoinOutcome.NOT_INVITED) {
      return Said.NOT_YOURS;
    }
    if (outcome.isRefusal()) {
      return outcome == JoinOutcome.OTHER_OFFICE ? Said.OFFICE_OTHER : Said.OFFICE_REFUSED;
    }
    told("account-joined", office.get());
    return Said.OFFICE_JOINED;
  }

  Said decline(String id) {
    Optional<Office> office = offices.find(id);
    if (office.isEmpty() || !book(office.get()).withdraw(visit.user().getId())) {
      return Said.NOT_YOURS;
    }
    told("account-declined", office.get());
    return Said.OFFICE_DECLINED;
  }

  private void told(String change, Office office) {
    new OfficeEvents(visit.session(), visit.realm())
        .of(change, office)
        .client(LoginRedirect.CLIENT)
        .user(visit.user())
        .session(visit.login())
        .success();
  }

  private OfficeBook book(Office office) {
    return new OfficeBook(visit.session(), visit.realm(), office);
  }

  private Optional<Office> office(Linked row) {
    return offices.find(row.office());
  }
}
