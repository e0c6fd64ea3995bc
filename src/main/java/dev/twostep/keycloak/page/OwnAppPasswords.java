package dev.twostep.keycloak.page;

import dev.twostep.domain.apppassword.AppPasswordName;
import dev.twostep.domain.factor.FactorName;
import dev.twostep.keycloak.apppassword.AppPasswordList;
import dev.twostep.keycloak.apppassword.AppPasswordRevoking;
import dev.twostep.keycloak.apppassword.StoredAppPassword;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ModelDuplicateException;

/** The visitor's app passwords: to be seen, renamed and taken back, all without a second factor. */
record OwnAppPasswords(Visit visit) {

  /** As a map: Keycloak's FreeMarker knows no records. */
  Map<String, Object> shown() {
    Days days = new Days(visit);
    List<Map<String, Object>> rows = list().all().stream().map(one -> shown(one, days)).toList();
    return Map.of("rows", rows, "make", new Actions(visit).makeAppPassword().orElse(""));
  }

  private static Map<String, Object> shown(AppPasswordList.Entry one, Days days) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("id", one.id());
    shown.put("name", AppPasswordName.shown(one.name()));
    shown.put("applications", one.applications());
    shown.put("created", days.of(one.createdAt()));
    shown.put("used", one.lastUse().map(use -> days.of(use.at())).orElse(""));
    shown.put("from", one.lastUse().map(use -> use.from()).orElse(""));
    shown.put("expires", one.expiresAt().map(days::of).orElse(""));
    shown.put("state", one.state());
    return shown;
  }

  Said revoke(String id) {
    AppPasswordRevoking revoking =
        new AppPasswordRevoking(visit.session(), visit.realm(), visit.user());
    Optional<StoredAppPassword> gone = revoking.revoke(id);
    gone.ifPresent(one -> event(EventType.REMOVE_CREDENTIAL, one.id()).success());
    return gone.isPresent() ? Said.APP_REVOKED : Said.NOT_YOURS;
  }

  Said rename(String id, String typed) {
    if (list().all().stream().noneMatch(one -> one.id().equals(id))) {
      return Said.NOT_YOURS;
    }
    Optional<FactorName.Flaw> flaw = FactorName.flaw(typed);
    if (flaw.isPresent()) {
      return Said.of("name-" + flaw.get().word()).orElseThrow();
    }
    String name = FactorName.trimmed(typed);
    boolean taken =
        list().all().stream()
            .anyMatch(one -> !one.id().equals(id) && one.name().equalsIgnoreCase(name));
    return taken ? Said.NAME_TAKEN : renamed(id, name);
  }

  private Said renamed(String id, String name) {
    try {
      list().rename(id, name);
    } catch (ModelDuplicateException e) {
      return Said.NAME_TAKEN;
    }
    event(EventType.UPDATE_CREDENTIAL, id).success();
    return Said.RENAMED;
  }

  private AppPasswordList list() {
    return new AppPasswordList(visit.session(), visit.realm(), visit.user());
  }

  private EventBuilder event(EventType type, String id) {
    return new EventBuilder(
            visit.realm(), visit.session(), visit.session().getContext().getConnection())
        .event(type)
        .client(LoginRedirect.CLIENT)
        .user(visit.user())
        .session(visit.login())
        .detail(Details.CREDENTIAL_ID, id)
        .detail(Details.CREDENTIAL_TYPE, StoredAppPassword.TYPE);
  }
}
