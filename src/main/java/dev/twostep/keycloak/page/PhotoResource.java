package dev.twostep.keycloak.page;

import dev.twostep.application.portal.PhotographedKey;
import dev.twostep.application.portal.PictureRefusal;
import dev.twostep.domain.portal.Intake;
import dev.twostep.domain.portal.PhotoLink.Standing;
import dev.twostep.keycloak.delivery.PhoneLink;
import dev.twostep.keycloak.portal.Phone;
import dev.twostep.keycloak.portal.PhotoDesk;
import dev.twostep.keycloak.portal.PhotoDesk.Looked;
import dev.twostep.keycloak.portal.PortalSaid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.util.LocaleUtil;

/**
 * {@code p} and {@code p/{secret}}: a phone sends the photo of a portal's code. Opening the link
 * changes nothing; its button binds it to that one browser, whose further addresses no longer hold
 * the secret.
 */
public final class PhotoResource {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final PhotoCookie cookie;
  private final PhotoForm form;
  private final PhotoPage page;

  PhotoResource(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.cookie = new PhotoCookie(session);
    this.form = new PhotoForm(session);
    this.page = new PhotoPage(session);
  }

  /** The link itself. */
  @GET
  @Path("{secret}")
  public Response open(@PathParam("secret") String secret) {
    return entered(
        () -> {
          Looked looked = desk().opened(secret, cookie.phone());
          return switch (looked.standing()) {
            case READY -> page.start(secret, form.token());
            case HERE -> onward();
            default -> page.closed(looked.standing());
          };
        });
  }

  /** Its button. */
  @POST
  @Path("{secret}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response begin(@PathParam("secret") String secret) {
    return entered(
        () -> {
          Looked looked = desk().opened(secret, cookie.phone());
          if (looked.standing() != Standing.READY) {
            return looked.standing() == Standing.HERE ? onward() : page.closed(looked.standing());
          }
          return form.isFrom(new Form(session).text("token"))
              ? begun(looked.intake().orElseThrow())
              : page.foreign();
        });
  }

  private Response begun(Intake intake) {
    Phone phone = Phone.fresh(intake.id());
    if (!desk().begin(intake, phone)) {
      return page.closed(Standing.ELSEWHERE);
    }
    cookie.keep(phone);
    return onward();
  }

  /** The page for a photo. */
  @GET
  public Response page() {
    return entered(
        () -> {
          Looked looked = desk().back(cookie.phone());
          return looked.standing() == Standing.HERE
              ? page.ask(looked.intake().orElseThrow(), Optional.empty())
              : page.closed(looked.standing());
        });
  }

  /** A photo. No connection to the database waits while it is read. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response photo() {
    return entered(
        () -> {
          Looked looked = apart(desk -> counted(desk, desk.back(cookie.phone())));
          if (looked.standing() != Standing.HERE) {
            return page.closed(looked.standing());
          }
          return read(looked, new Upload(session).key(looked.intake().orElseThrow().id()));
        });
  }

  private static Looked counted(PhotoDesk desk, Looked looked) {
    if (looked.standing() != Standing.HERE) {
      return looked;
    }
    return desk.count(looked.intake().orElseThrow())
        ? new Looked(Standing.HERE, looked.intake().map(Intake::tried))
        : new Looked(Standing.SPENT, looked.intake());
  }

  private Response read(Looked looked, PhotographedKey photo) {
    Intake intake = looked.intake().orElseThrow();
    return switch (apart(desk -> desk.take(intake, photo))) {
      case GOOD -> page.done(intake);
      case LATE -> page.closed(Standing.OVER);
      case LOCKED -> PhotoPage.busy(page.ask(intake, Optional.of(new PortalSaid("locked"))));
      case FLAWED -> again(intake, photo.flaw());
    };
  }

  private Response again(Intake intake, String flaw) {
    if (intake.tries() >= Intake.MOST_PHOTOS) {
      return page.closed(Standing.SPENT);
    }
    Response again = page.ask(intake, Optional.of(new PortalSaid(flaw)));
    return flaw.equals(PhotographedKey.flaw(PictureRefusal.BUSY)) ? PhotoPage.busy(again) : again;
  }

  private <T> T apart(Function<PhotoDesk, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(),
        own -> {
          RealmModel same = own.realms().getRealm(realm.getId());
          own.getContext().setRealm(same);
          own.getContext().setConnection(session.getContext().getConnection());
          return work.apply(new PhotoDesk(own, same));
        });
  }

  private Response entered(Supplier<Response> then) {
    LocaleUtil.processLocaleParam(session, realm, null);
    return new Entrance(session).closed().orElseGet(then);
  }

  private PhotoDesk desk() {
    return new PhotoDesk(session, realm);
  }

  /** To an address without the secret, which nobody can read over a shoulder or in a history. */
  private Response onward() {
    return Response.seeOther(LoginRedirect.page(session, realm, PhoneLink.PATH))
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
