package dev.twostep.keycloak.page;

import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.office.LogCsv;
import dev.twostep.keycloak.office.OfficeStaff.Invitation;
import dev.twostep.keycloak.office.OfficeStaff.Invited;
import dev.twostep.keycloak.office.OfficeStaff.Refused;
import dev.twostep.keycloak.store.JpaOffices;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import java.util.function.BiFunction;
import org.keycloak.models.KeycloakSession;

/**
 * {@code offices/{office}}: an office as those look after it whom an administrator named. To
 * everybody else it does not exist.
 */
public final class ManagedOfficeResource {

  private final KeycloakSession session;
  private final String id;
  private final String path;
  private final Reception reception;

  ManagedOfficeResource(KeycloakSession session, String id) {
    this.session = session;
    this.id = id;
    this.path = ManagedOfficesResource.PATH + "/" + id;
    this.reception = new Reception(session, path);
  }

  /** The page. */
  @GET
  public Response page() {
    return managed(this::shown);
  }

  /** A form of the page. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change() {
    return managed(this::changed);
  }

  /** Who opened what and when, all of it. */
  @GET
  @Path("log.csv")
  public Response log() {
    return managed(
        (visit, office) -> {
          new OfficeDesk(visit, office).exported();
          return new LogCsv(session, visit.realm(), office).download();
        });
  }

  private Response managed(BiFunction<Visit, Office, Response> then) {
    return reception.receiveProven(
        visit ->
            new JpaOffices(session, visit.realm())
                .managedBy(visit.user().getId()).stream()
                    .filter(office -> office.id().equals(id))
                    .findFirst()
                    .map(office -> then.apply(visit, office))
                    .orElseGet(() -> new Notice(session).page("NoOffice")));
  }

  private Response shown(Visit visit, Office office) {
    Optional<OfficeSaid> answer = OfficeSaid.ofAction(reception.query("kc_action_status"));
    if (answer.isPresent() || reception.query("code") != null) {
      return back(visit, answer);
    }
    new Languages(visit).chosen(reception.query("kc_locale"));
    return new ManagedOfficePage(visit, office)
        .show(Leaf.of(reception), OfficeSaid.of(reception.query("said")));
  }

  private Response changed(Visit visit, Office office) {
    Form form = new Form(session);
    if (!visit.holds(form.text("token"))) {
      return new Notice(session).page("Foreign");
    }
    Confirming confirming = new Confirming(visit, path);
    if (!confirming.isFresh()) {
      return confirming.redirect();
    }
    OfficeDesk desk = new OfficeDesk(visit, office);
    String target = form.text("credential");
    return switch (form.text("do")) {
      case "invite" -> link(visit, office, desk.invite(form.text("label")));
      case "renew" -> link(visit, office, desk.renew(target));
      case "rename" -> back(visit, desk.rename(target, form.text("label")));
      case "revoke" -> back(visit, desk.revoke(target, form.holds("sessions")));
      case "rekey" -> back(visit, desk.rekey(form.number("days")));
      case "offer" -> back(visit, desk.offer(form.text("account")));
      case "withdraw" -> back(visit, desk.withdraw(target));
      case "take-off" -> back(visit, desk.takeOff(target));
      default -> back(visit, Optional.empty());
    };
  }

  /** The only page that ever shows the link. */
  private Response link(Visit visit, Office office, Invitation invitation) {
    return invitation instanceof Invited invited
        ? new ManagedOfficePage(visit, office).link(invited)
        : back(visit, OfficeSaid.no(((Refused) invitation).why()));
  }

  private Response back(Visit visit, OfficeSaid said) {
    return back(visit, Optional.of(said));
  }

  /** To the page without what the address was asked with, so that reloading repeats nothing. */
  private Response back(Visit visit, Optional<OfficeSaid> said) {
    UriBuilder page = UriBuilder.fromUri(LoginRedirect.page(session, visit.realm(), path));
    said.ifPresent(what -> page.queryParam("said", what.word()));
    return Response.seeOther(page.build()).header("Cache-Control", "no-store").build();
  }
}
