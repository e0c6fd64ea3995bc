package dev.twostep.keycloak.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** {@code /realms/{realm}/twostep/me}: where users look after their own factors. */
public final class MeResource {

  static final String PATH = "me";

  private final KeycloakSession session;
  private final RealmModel realm;

  MeResource(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  /** The page itself; sends to the login whoever is not logged in. */
  @GET
  public Response page() {
    return new Reception(session, PATH).receive(this::shown);
  }

  /** A form of the page: rename, ask first, turn on. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change() {
    return new Reception(session, PATH).receive(this::changed);
  }

  /** The outside web sites for which codes are made. */
  @Path("portals")
  public PortalsResource portals() {
    return new PortalsResource(session);
  }

  private Response shown(Visit visit) {
    Optional<Said> answer = Said.of(action(), query("kc_action_status"));
    if (answer.isPresent() || query("code") != null || query("error") != null) {
      return back(answer);
    }
    new Languages(visit).chosen(query("kc_locale"));
    return new MePage(visit).show(Said.of(query("said")));
  }

  private @Nullable String action() {
    return Confirming.isAnsweredBy(query("state")) ? Confirming.ACTION : query("kc_action");
  }

  private Response changed(Visit visit) {
    MultivaluedMap<String, String> form =
        session.getContext().getHttpRequest().getDecodedFormParameters();
    if (!visit.holds(form.getFirst("token"))) {
      return new Notice(session).page("Foreign");
    }
    OwnChanges changes = new OwnChanges(visit);
    String credential = text(form.getFirst("credential"));
    return switch (text(form.getFirst("do"))) {
      case "rename" -> answer(changes.rename(credential, text(form.getFirst("name"))));
      case "app-rename" ->
          answer(new OwnAppPasswords(visit).rename(credential, text(form.getFirst("name"))));
      case "app-revoke" -> answer(new OwnAppPasswords(visit).revoke(credential));
      case "first" -> answer(changes.first(text(form.getFirst("factor")), credential));
      case "forget-device" -> answer(new OwnDevices(visit).forget(credential));
      case "forget-devices" -> answer(new OwnDevices(visit).forgetAll());
      case "office-accept" -> accepted(visit, credential);
      case "office-decline" -> answer(new OwnOffices(visit).decline(credential));
      case "passcode" -> answer(passcode(visit, form));
      case "on" ->
          changes
              .turnOn()
              .map(this::answer)
              .orElseGet(() -> LoginRedirect.to(session, realm, PATH, Map.of()));
      default -> back(Optional.empty());
    };
  }

  private Response accepted(Visit visit, String office) {
    Confirming confirming = new Confirming(visit, PATH);
    return confirming.isFresh()
        ? answer(new OwnOffices(visit).accept(office))
        : confirming.redirect();
  }

  private static Said passcode(Visit visit, MultivaluedMap<String, String> form) {
    var typed =
        new OwnDevices.Typed(
            text(form.getFirst("old")),
            text(form.getFirst("passcode")),
            text(form.getFirst("repeat")));
    return new OwnDevices(visit)
        .change(typed, OwnPolicy.of(visit).decision().explanation().trusting());
  }

  /** A factor of somebody else is treated as if there were none. */
  private Response answer(Said said) {
    return said == Said.NOT_YOURS ? new Notice(session).page("NotYours") : back(Optional.of(said));
  }

  /** To the page without what the address was asked with, so that reloading repeats nothing. */
  private Response back(Optional<Said> said) {
    var page = UriBuilder.fromUri(LoginRedirect.page(session, realm, PATH));
    said.ifPresent(what -> page.queryParam("said", what.word()));
    return Response.seeOther(page.build()).header("Cache-Control", "no-store").build();
  }

  private @Nullable String query(String name) {
    return session.getContext().getUri().getQueryParameters().getFirst(name);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
