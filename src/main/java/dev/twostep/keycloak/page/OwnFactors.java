package dev.twostep.keycloak.page;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.AskedFirst;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.store.JpaLastUses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;

/** The visitor's factors as the page shows them. */
final class OwnFactors {

  /** Credentials that the user reported as not their own; they open nothing. */
  private static final String SUSPENDED = "twostep.suspended";

  private final Visit visit;
  private final AskedFirst asked;
  private final Actions actions;
  private final Days days;

  OwnFactors(Visit visit, OwnPolicy policy) {
    this.visit = visit;
    this.asked = policy.asked();
    this.actions = new Actions(visit);
    this.days = new Days(visit);
  }

  /** As maps: Keycloak's FreeMarker knows no records. */
  List<Map<String, Object>> shown() {
    List<FactorRow> rows = rows();
    var em = visit.session().getProvider(JpaConnectionProvider.class).getEntityManager();
    JpaLastUses.Uses uses = JpaLastUses.of(em, visit.user().getId());
    Set<String> suspended = visit.user().getAttributeStream(SUSPENDED).collect(Collectors.toSet());
    Optional<FactorRow> first = asked.now().flatMap(kind -> firstOf(rows, kind, suspended));
    List<Map<String, Object>> shown = new ArrayList<>();
    for (FactorRow row : rows) {
      Map<String, Object> one = shown(row, uses);
      boolean paused = suspended.contains(row.credential().getId());
      boolean isFirst = first.filter(row::equals).isPresent();
      one.put("suspended", paused);
      one.put("first", isFirst);
      one.put("canBeFirst", !isFirst && !paused && canBeFirst(row));
      shown.add(one);
    }
    unpinnedEmail(rows).ifPresent(shown::add);
    return shown;
  }

  /** Kinds that the user has in some form already. */
  Set<FactorKind> kinds() {
    return rows().stream().map(FactorRow::kind).collect(Collectors.toSet());
  }

  private List<FactorRow> rows() {
    return visit
        .user()
        .credentialManager()
        .getStoredCredentialsStream()
        .flatMap(credential -> FactorRow.of(credential).stream())
        .sorted(Comparator.comparing(FactorRow::kind))
        .toList();
  }

  private static Optional<FactorRow> firstOf(
      List<FactorRow> rows, FactorKind kind, Set<String> suspended) {
    return rows.stream()
        .filter(row -> row.kind() == kind && !row.isPasswordless())
        .filter(row -> !suspended.contains(row.credential().getId()))
        .findFirst();
  }

  private boolean canBeFirst(FactorRow row) {
    return !row.isPasswordless() && asked.possible().contains(row.kind());
  }

  private Map<String, Object> shown(FactorRow row, JpaLastUses.Uses uses) {
    Map<String, Object> one = new HashMap<>();
    one.put("id", row.credential().getId());
    one.put("kind", row.kind().word());
    one.put("name", row.name());
    one.put("address", row.address());
    one.put("passwordless", row.isPasswordless());
    one.put("created", row.created().map(days::of).orElse(""));
    one.put("used", row.lastUsed(uses).map(days::of).orElse(""));
    one.put("codesLeft", row.codesLeft());
    one.put("replace", actions.replace(row).orElse(""));
    one.put("remove", actions.remove(row).orElse(""));
    return one;
  }

  /** Codes go to the profile's address before the user has proven any to Twostep. */
  private Optional<Map<String, Object>> unpinnedEmail(List<FactorRow> rows) {
    if (rows.stream().anyMatch(row -> row.kind() == FactorKind.EMAIL)) {
      return Optional.empty();
    }
    return new AccountFactors(visit.realm(), visit.user())
        .email()
        .filter(address -> canBeAsked())
        .map(
            address -> {
              boolean first = asked.now().filter(FactorKind.EMAIL::equals).isPresent();
              Map<String, Object> one = new HashMap<>();
              one.put("id", "");
              one.put("kind", FactorKind.EMAIL.word());
              one.put("address", address.masked());
              one.put("first", first);
              one.put("canBeFirst", !first && asked.possible().contains(FactorKind.EMAIL));
              return one;
            });
  }

  private boolean canBeAsked() {
    return asked.now().filter(FactorKind.EMAIL::equals).isPresent()
        || asked.possible().contains(FactorKind.EMAIL);
  }
}
