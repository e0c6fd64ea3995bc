package dev.twostep.keycloak.page;

import dev.twostep.domain.factor.FactorName;
import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.office.OfficeStaff;
import dev.twostep.keycloak.office.OfficeStaff.Invited;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;

/** Renders {@code twostep-office.ftl}, and the page that shows a link once. */
record ManagedOfficePage(Visit visit, Office office) {

  Response show(Leaf leaf, Optional<OfficeSaid> said) {
    Confirming confirming = new Confirming(visit, path());
    OfficeStaff staff = new OfficeStaff(visit.session(), visit.realm(), office);
    Map<String, Object> shown = basics();
    shown.put("token", visit.token());
    shown.put("fresh", confirming.isFresh());
    shown.put("confirm", confirming.link());
    shown.put("longest", FactorName.LONGEST);
    shown.putAll(new DeviceTable(visit, office, staff).shown());
    shown.putAll(new AccountTable(visit, office, leaf).shown());
    shown.putAll(new LogTable(visit, office, leaf).shown());
    LoginFormsProvider form = form(shown);
    said.ifPresent(what -> say(form, what));
    return page(form, "twostep-office.ftl");
  }

  Response link(Invited invited) {
    Map<String, Object> shown = basics();
    shown.put("device", invited.device().label());
    shown.put("link", invited.url());
    shown.put("until", new Days(visit).moment(invited.expiresAt()));
    return page(form(shown), "twostep-office-link.ftl");
  }

  private Map<String, Object> basics() {
    Map<String, Object> shown = new HashMap<>();
    shown.put("office", office.name());
    shown.put("own", own());
    shown.put("all", page(ManagedOfficesResource.PATH));
    return shown;
  }

  private LoginFormsProvider form(Map<String, Object> shown) {
    return visit
        .session()
        .getProvider(LoginFormsProvider.class)
        .setUser(visit.user())
        .setActionUri(LoginRedirect.page(visit.session(), visit.realm(), path()))
        .setAttribute("twostep", shown);
  }

  private static void say(LoginFormsProvider form, OfficeSaid said) {
    if (said.isGood()) {
      form.setSuccess(said.key());
    } else {
      form.setError(said.key());
    }
  }

  private static Response page(LoginFormsProvider form, String template) {
    return Response.fromResponse(form.createForm(template))
        .header("Cache-Control", "no-store")
        .build();
  }

  private String own() {
    return page(path());
  }

  private String page(String path) {
    return LoginRedirect.page(visit.session(), visit.realm(), path).toString();
  }

  private String path() {
    return ManagedOfficesResource.PATH + "/" + office.id();
  }
}
