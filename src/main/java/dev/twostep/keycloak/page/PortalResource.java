package dev.twostep.keycloak.page;

import dev.twostep.application.portal.PhotographedKey;
import dev.twostep.application.portal.PictureRefusal;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.portal.Intake;
import dev.twostep.domain.portal.KeyPath;
import dev.twostep.domain.portal.KeyText;
import dev.twostep.domain.portal.KeyWay;
import dev.twostep.domain.portal.Portal;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.portal.KeyIntake;
import dev.twostep.keycloak.portal.KeyProof;
import dev.twostep.keycloak.portal.OwnPortals;
import dev.twostep.keycloak.portal.PortalSaid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * {@code me/portals/{portal}}: turns codes on for one portal. Whoever sits at a browser that was
 * left open changes nothing here: every step needs a factor proven in the last minutes.
 */
public final class PortalResource {

  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  private final KeycloakSession session;
  private final String id;
  private final String path;
  private final Reception reception;

  PortalResource(KeycloakSession session, String id) {
    this.session = session;
    this.id = id;
    // Whatever else an address holds must not become a part of another.
    this.path = PortalsResource.PATH + (ID.matcher(id).matches() ? "/" + id : "");
    this.reception = new Reception(session, path);
  }

  /** The page as far as it is. */
  @GET
  public Response page() {
    return mine(this::shown);
  }

  /** How far it is, for the page's script. */
  @GET
  @Path("state")
  @Produces(MediaType.APPLICATION_JSON)
  public Response state() {
    return mine(
        (visit, portal) ->
            Response.ok(PortalPage.progress(intake(visit, portal).open()))
                .header("Cache-Control", "no-store")
                .build());
  }

  /** A form of the page. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change() {
    return mine(
        (visit, portal) -> {
          Form form = new Form(session);
          return allowed(visit, form.text("token"), form.text("path"))
              .orElseGet(() -> changed(visit, portal, form));
        });
  }

  /** The form with a picture. */
  @POST
  @Path("picture")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response picture() {
    Upload upload = new Upload(session);
    // Decoding takes seconds, for which this request has not touched the database yet.
    Optional<PhotographedKey> came =
        mayUpload(upload) ? Optional.of(upload.key()) : Optional.empty();
    return mine(
        (visit, portal) ->
            allowed(visit, upload.text("token"), upload.text("path"))
                .orElseGet(
                    () ->
                        came.map(key -> pictured(visit, portal, key, upload.text("path")))
                            .orElseGet(() -> back(visit, Optional.empty()))));
  }

  /** A picture that was sent to where the page was asked with it. */
  @GET
  @Path("picture")
  public Response afterPicture() {
    return mine((visit, portal) -> back(visit, Optional.empty()));
  }

  private boolean mayUpload(Upload upload) {
    String realm = session.getContext().getRealm().getId();
    return KeycloakModelUtils.<Boolean>runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(),
        own -> {
          own.getContext().setRealm(own.realms().getRealm(realm));
          return Visit.of(own)
              .filter(visit -> visit.holds(upload.text("token")))
              .filter(visit -> !visit.isImpersonated())
              .filter(visit -> new Confirming(visit, path).isFresh())
              .flatMap(visit -> new OwnPortals(own, visit.realm(), visit.user()).find(id))
              .isPresent();
        });
  }

  private Response mine(BiFunction<Visit, Portal, Response> then) {
    return reception.receiveProven(
        visit ->
            new OwnPortals(session, visit.realm(), visit.user())
                .find(id)
                .map(portal -> then.apply(visit, portal))
                .orElseGet(() -> new Notice(session).page("NotYours")));
  }

  private Response shown(Visit visit, Portal portal) {
    Optional<KeyPath> chosen = Optional.ofNullable(reception.query("way")).flatMap(KeyPath::of);
    if (reception.query("code") != null || reception.query("kc_action_status") != null) {
      return to(visit, answered(), chosen);
    }
    new Languages(visit).chosen(reception.query("kc_locale"));
    return new PortalPage(visit, portal).show(chosen, PortalSaid.of(reception.query("said")));
  }

  private Optional<Response> allowed(Visit visit, String token, String way) {
    if (!visit.holds(token)) {
      return Optional.of(new Notice(session).page("Foreign"));
    }
    Map<String, String> back = new HashMap<>(Map.of("again", "1"));
    KeyPath.of(way).ifPresent(chosen -> back.put("way", chosen.word()));
    Confirming confirming = new Confirming(visit, path, back);
    return confirming.isFresh() ? Optional.empty() : Optional.of(confirming.redirect());
  }

  private Response changed(Visit visit, Portal portal, Form form) {
    Optional<KeyPath> chosen = KeyPath.of(form.text("path"));
    KeyIntake intake = intake(visit, portal);
    return switch (form.text("do")) {
      case "typed" ->
          came(
              visit,
              chosen,
              to ->
                  intake.take(
                      to, KeyWay.TYPED, PhotographedKey.of(KeyText.typed(form.text("secret")))));
      case "link" -> linked(visit, portal, chosen, form);
      case "same" -> open(visit, intake, form, at -> intake.words(at, true));
      case "different" -> open(visit, intake, form, at -> intake.words(at, false));
      case "drop" -> open(visit, intake, form, intake::drop);
      case "code" -> proven(visit, portal, KeyPath.ACTIVE, form);
      case "accepted" -> proven(visit, portal, KeyPath.ACTIVATE, form);
      default -> back(visit, Optional.empty());
    };
  }

  private Response linked(Visit visit, Portal portal, Optional<KeyPath> chosen, Form form) {
    PhotoLinks links = new PhotoLinks(visit, intake(visit, portal));
    if (chosen.isEmpty()) {
      return back(visit, Optional.empty());
    }
    PortalSaid said = links.send(chosen.get(), form);
    String number = form.text("number");
    return said.isGood() || number.isBlank()
        ? to(visit, Optional.of(said), chosen)
        : new PortalPage(visit, portal).again(chosen, said, number);
  }

  private Response pictured(Visit visit, Portal portal, PhotographedKey came, String path) {
    Optional<KeyPath> chosen = KeyPath.of(path);
    if (came.flaw().equals(PhotographedKey.flaw(PictureRefusal.BUSY))) {
      Response page =
          new PortalPage(visit, portal).show(chosen, Optional.of(new PortalSaid(came.flaw())));
      return PhotoPage.busy(page);
    }
    return came(visit, chosen, to -> intake(visit, portal).take(to, KeyWay.PICTURE, came));
  }

  private Response came(Visit visit, Optional<KeyPath> chosen, Function<KeyPath, PortalSaid> then) {
    return chosen
        .map(to -> to(visit, Optional.of(then.apply(to)), chosen))
        .orElseGet(() -> back(visit, Optional.empty()));
  }

  private Response open(
      Visit visit, KeyIntake intake, Form form, Function<Intake, PortalSaid> then) {
    return back(visit, Optional.of(meant(intake, form).map(then).orElse(new PortalSaid("over"))));
  }

  /** The one that the form's page showed: an older tab knows nothing of what came since. */
  private static Optional<Intake> meant(KeyIntake intake, Form form) {
    return intake.open().filter(at -> at.id().equals(form.text("intake")));
  }

  private Response proven(Visit visit, Portal portal, KeyPath asked, Form form) {
    KeyIntake intake = intake(visit, portal);
    Optional<Intake> open =
        meant(intake, form).filter(at -> at.path() == asked && at.state() == Intake.State.READY);
    Optional<AppKey> key = open.flatMap(at -> intake.pending());
    if (key.isEmpty()) {
      return back(visit, Optional.of(new PortalSaid("over")));
    }
    KeyProof proof = new KeyProof(session, visit.realm(), visit.user(), portal);
    PortalSaid said =
        asked == KeyPath.ACTIVE
            ? proof.typed(open.get(), key.get(), Answer.typed(form.text("code")))
            : proof.accepted(open.get(), key.get());
    return said.word().equals("active") ? toList(visit, said) : back(visit, Optional.of(said));
  }

  private KeyIntake intake(Visit visit, Portal portal) {
    return new KeyIntake(session, visit.realm(), visit.user(), portal);
  }

  private Response toList(Visit visit, PortalSaid said) {
    UriBuilder page =
        UriBuilder.fromUri(LoginRedirect.page(session, visit.realm(), PortalsResource.PATH));
    return seeOther(page.queryParam("said", said.word()));
  }

  private Response back(Visit visit, Optional<PortalSaid> said) {
    return to(visit, said, Optional.empty());
  }

  private Response to(Visit visit, Optional<PortalSaid> said, Optional<KeyPath> chosen) {
    UriBuilder page = UriBuilder.fromUri(LoginRedirect.page(session, visit.realm(), path));
    said.ifPresent(what -> page.queryParam("said", what.word()));
    chosen.ifPresent(way -> page.queryParam("way", way.word()));
    return seeOther(page);
  }

  private static Response seeOther(UriBuilder page) {
    return Response.seeOther(page.build()).header("Cache-Control", "no-store").build();
  }

  /** What the login says that was asked to confirm a change. */
  private Optional<PortalSaid> answered() {
    boolean proven =
        "success".equals(reception.query("kc_action_status"))
            && Confirming.isAnsweredBy(reception.query("state"));
    return proven
        ? Optional.of(new PortalSaid(reception.query("again") == null ? "proven" : "again"))
        : Optional.empty();
  }
}
