package dev.twostep.keycloak.page;

import dev.twostep.domain.portal.KnownPortal;
import dev.twostep.domain.portal.Portal;
import dev.twostep.domain.portal.PortalName;
import dev.twostep.keycloak.portal.CatalogueFile;
import dev.twostep.keycloak.portal.OwnPortals;
import dev.twostep.keycloak.portal.PortalSaid;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;

/** Renders {@code twostep-portals.ftl}. */
record PortalsPage(Visit visit) {

  private static final int LONGEST_SEARCH = 60;

  /**
   * A name that could not be taken.
   *
   * @param portal whose it was to be; empty for a new one
   */
  record Wrong(String portal, String name, PortalSaid said) {}

  Response show(String typed, Optional<PortalSaid> said) {
    return show(shown(typed.strip()), said);
  }

  /** With what was typed, and why it has to be typed otherwise. */
  Response again(Wrong wrong) {
    Map<String, Object> shown = shown("");
    shown.put("wrong", wrong.portal().isEmpty() ? "new" : wrong.portal());
    shown.put("typed", wrong.name());
    return show(shown, Optional.of(wrong.said()));
  }

  private Response show(Map<String, Object> shown, Optional<PortalSaid> said) {
    LoginFormsProvider form =
        visit
            .session()
            .getProvider(LoginFormsProvider.class)
            .setUser(visit.user())
            .setActionUri(address(PortalsResource.PATH))
            .setAttribute("twostep", shown);
    say(form, said);
    return Response.fromResponse(form.createForm("twostep-portals.ftl"))
        .header("Cache-Control", "no-store")
        .build();
  }

  static void say(LoginFormsProvider form, Optional<PortalSaid> said) {
    said.filter(PortalSaid::isGood).ifPresent(what -> form.setSuccess(what.key()));
    said.filter(what -> !what.isGood()).ifPresent(what -> form.setError(what.key()));
  }

  /** As maps: Keycloak's FreeMarker knows no records. */
  private Map<String, Object> shown(String typed) {
    Confirming confirming = new Confirming(visit, PortalsResource.PATH);
    Map<String, Object> shown = new HashMap<>();
    shown.put("token", visit.token());
    shown.put("user", visit.user().getUsername());
    shown.put("portals", portals());
    String search = typed.substring(0, Math.min(typed.length(), LONGEST_SEARCH));
    shown.put("search", search);
    shown.put("wrong", "");
    shown.put("known", known(search));
    shown.put("longest", PortalName.LONGEST);
    shown.put("fresh", confirming.isFresh());
    shown.put("confirm", confirming.link());
    shown.put("own", address(PortalsResource.PATH).toString());
    shown.put("me", address(MeResource.PATH).toString());
    return shown;
  }

  private URI address(String path) {
    return LoginRedirect.page(visit.session(), visit.realm(), path);
  }

  private List<Map<String, Object>> portals() {
    Map<String, String> robots = new HashMap<>();
    return new OwnPortals(visit.session(), visit.realm(), visit.user())
        .all().stream().map(portal -> shown(portal, robots)).toList();
  }

  private Map<String, Object> shown(Portal portal, Map<String, String> robots) {
    Days days = new Days(visit);
    Map<String, Object> shown = new HashMap<>();
    shown.put("id", portal.id());
    shown.put("name", portal.name());
    shown.put("host", portal.host().orElse(""));
    shown.put("state", portal.state().word());
    shown.put("canPause", portal.canPause());
    shown.put("canResume", portal.canResume());
    shown.put("hasKey", portal.hasKey());
    shown.put("flagged", portal.life().flagged().isPresent());
    shown.put("handed", portal.life().handed().map(last -> days.moment(last.at())).orElse(""));
    shown.put("job", portal.life().handed().map(Portal.Handed::job).orElse(""));
    shown.put(
        "robot",
        portal
            .life()
            .handed()
            .map(last -> robots.computeIfAbsent(last.client(), this::robot))
            .orElse(""));
    shown.put("since", portal.life().activated().map(days::of).orElse(""));
    shown.put("link", address(PortalsResource.PATH + "/" + portal.id()).toString());
    return shown;
  }

  /** Empty if it is gone. */
  private String robot(String client) {
    ClientModel found = client.isEmpty() ? null : visit.realm().getClientById(client);
    if (found == null) {
      return "";
    }
    String name = found.getName();
    // A name such as ${client_account} is a key of Keycloak's own texts.
    return name == null || name.isBlank() || name.startsWith("${") ? found.getClientId() : name;
  }

  private List<Map<String, Object>> known(String search) {
    PortalWords words = new PortalWords(visit);
    return CatalogueFile.catalogue().search(search).stream()
        .map(
            (KnownPortal one) ->
                Map.<String, Object>of(
                    "key", one.key(), "name", words.name(one), "host", one.host()))
        .toList();
  }
}
