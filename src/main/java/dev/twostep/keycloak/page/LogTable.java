package dev.twostep.keycloak.page;

import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.store.JpaOfficeLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which device opened which account, a page at a time, newest first. */
final class LogTable {

  private static final int SIZE = 25;

  private final Visit visit;
  private final Office office;
  private final Leaf leaf;

  LogTable(Visit visit, Office office, Leaf leaf) {
    this.visit = visit;
    this.office = office;
    this.leaf = leaf;
  }

  Map<String, Object> shown() {
    List<JpaOfficeLog.Use> found =
        new JpaOfficeLog(visit.session(), visit.realm())
            .page(office.id(), leaf.log() * SIZE, SIZE + 1);
    Map<String, Object> shown = new HashMap<>();
    shown.put("log", found.stream().limit(SIZE).map(use -> row(visit, use)).toList());
    shown.put("logPage", leaf.log());
    shown.put("moreLog", found.size() > SIZE);
    return shown;
  }

  static Map<String, Object> row(Visit visit, JpaOfficeLog.Use use) {
    return Map.of(
        "at", new Days(visit).moment(use.at()),
        "device", use.label(),
        "user", use.userName(),
        "client", use.client(),
        "from", use.network());
  }
}
