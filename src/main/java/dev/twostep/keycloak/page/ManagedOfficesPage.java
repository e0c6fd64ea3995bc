package dev.twostep.keycloak.page;

import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.store.JpaOffices;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;

/** Renders {@code twostep-offices.ftl}. */
record ManagedOfficesPage(Visit visit) {

  Response show() {
    Map<String, Object> shown =
        Map.of("user", visit.user().getUsername(), "offices", offices(), "me", me());
    return Response.fromResponse(
            visit
                .session()
                .getProvider(LoginFormsProvider.class)
                .setUser(visit.user())
                .setActionUri(
                    LoginRedirect.page(visit.session(), visit.realm(), ManagedOfficesResource.PATH))
                .setAttribute("twostep", shown)
                .createForm("twostep-offices.ftl"))
        .header("Cache-Control", "no-store")
        .build();
  }

  /** As maps: Keycloak's FreeMarker knows no records. */
  List<Map<String, Object>> offices() {
    return new JpaOffices(visit.session(), visit.realm())
        .managedBy(visit.user().getId()).stream().map(this::shown).toList();
  }

  private Map<String, Object> shown(Office office) {
    String path = ManagedOfficesResource.PATH + "/" + office.id();
    return Map.of(
        "name",
        office.name(),
        "link",
        LoginRedirect.page(visit.session(), visit.realm(), path).toString());
  }

  private String me() {
    return LoginRedirect.page(visit.session(), visit.realm(), MeResource.PATH).toString();
  }
}
