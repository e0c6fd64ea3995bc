package dev.twostep.keycloak.page;

import dev.twostep.domain.portal.Portal;
import dev.twostep.domain.portal.PortalState;
import dev.twostep.keycloak.portal.CatalogueFile;
import dev.twostep.keycloak.portal.OwnPortals;
import dev.twostep.keycloak.portal.PortalSaid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;

/** {@code me/portals}: the outside web sites for which a user has codes made. */
public final class PortalsResource {

  static final String PATH = MeResource.PATH + "/portals";

  private final KeycloakSession session;
  private final Reception reception;

  PortalsResource(KeycloakSession session) {
    this.session = session;
    this.reception = new Reception(session, PATH);
  }

  /** The list, and what can be added to it. */
  @GET
  public Response page() {
    return reception.receiveProven(this::shown);
  }

  /** A form of the page. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change() {
    return reception.receiveProven(this::changed);
  }

  /** One of them, on its way to codes. */
  @Path("{portal}")
  public PortalResource portal(@PathParam("portal") String portal) {
    return new PortalResource(session, portal);
  }

  private Response shown(Visit visit) {
    if (reception.query("code") != null || reception.query("kc_action_status") != null) {
      return back(visit, answered());
    }
    new Languages(visit).chosen(reception.query("kc_locale"));
    String typed = reception.query("q");
    return new PortalsPage(visit)
        .show(typed == null ? "" : typed, PortalSaid.of(reception.query("said")));
  }

  private Response changed(Visit visit) {
    Form form = new Form(session);
    if (!visit.holds(form.text("token"))) {
      return new Notice(session).page("Foreign");
    }
    OwnPortals own = new OwnPortals(session, visit.realm(), visit.user());
    return switch (form.text("do")) {
      case "add" -> added(visit, own, form.text("entry"));
      case "add-named" -> named(visit, own.add(form.text("name")), form);
      case "rename" -> renamed(visit, own, form);
      case "pause" -> of(visit, own::pause);
      case "resume" -> resumed(visit, own);
      case "remove" -> confirmed(visit) ? of(visit, own::remove) : confirm(visit);
      default -> back(visit, Optional.empty());
    };
  }

  private Response added(Visit visit, OwnPortals own, String entry) {
    return CatalogueFile.catalogue()
        .find(entry)
        .map(known -> onward(visit, own.add(known, new PortalWords(visit).name(known))))
        .orElseGet(() -> new Notice(session).page("NotYours"));
  }

  private Response named(Visit visit, OwnPortals.Added added, Form form) {
    return added.portal().isPresent() ? onward(visit, added) : again(visit, form, added.said());
  }

  private Response renamed(Visit visit, OwnPortals own, Form form) {
    return own.find(form.text("credential"))
        .map(portal -> own.rename(portal, form.text("name")))
        .map(said -> said.isGood() ? back(visit, Optional.of(said)) : again(visit, form, said))
        .orElseGet(() -> new Notice(session).page("NotYours"));
  }

  private static Response again(Visit visit, Form form, PortalSaid said) {
    return new PortalsPage(visit)
        .again(new PortalsPage.Wrong(form.text("credential"), form.text("name"), said));
  }

  /** To the new one, for whose sake it was added: its codes. */
  private Response onward(Visit visit, OwnPortals.Added added) {
    return to(
        visit, added.portal().map(id -> PATH + "/" + id).orElse(PATH), Optional.of(added.said()));
  }

  /** After refusals somebody has to know what they do; what they stopped themselves, they start. */
  private Response resumed(Visit visit, OwnPortals own) {
    boolean refused =
        own.find(new Form(session).text("credential"))
            .filter(portal -> portal.state() == PortalState.REFUSED)
            .isPresent();
    return refused && !confirmed(visit) ? confirm(visit) : of(visit, own::resume);
  }

  private Response of(Visit visit, Function<Portal, PortalSaid> change) {
    return new OwnPortals(session, visit.realm(), visit.user())
        .find(new Form(session).text("credential"))
        .map(portal -> back(visit, Optional.of(change.apply(portal))))
        .orElseGet(() -> new Notice(session).page("NotYours"));
  }

  private static boolean confirmed(Visit visit) {
    return new Confirming(visit, PATH).isFresh();
  }

  private static Response confirm(Visit visit) {
    return new Confirming(visit, PATH).redirect();
  }

  /** To the page without what the address was asked with, so that reloading repeats nothing. */
  private Response back(Visit visit, Optional<PortalSaid> said) {
    return to(visit, PATH, said);
  }

  private Response to(Visit visit, String path, Optional<PortalSaid> said) {
    UriBuilder page = UriBuilder.fromUri(LoginRedirect.page(session, visit.realm(), path));
    said.ifPresent(what -> page.queryParam("said", what.word()));
    return Response.seeOther(page.build()).header("Cache-Control", "no-store").build();
  }

  /** What the login says that was asked to confirm a change. */
  private Optional<PortalSaid> answered() {
    boolean proven =
        "success".equals(reception.query("kc_action_status"))
            && Confirming.isAnsweredBy(reception.query("state"));
    return proven ? Optional.of(new PortalSaid("proven")) : Optional.empty();
  }
}
