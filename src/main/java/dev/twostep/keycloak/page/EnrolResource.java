package dev.twostep.keycloak.page;

import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.ConstantTime;
import dev.twostep.domain.enrolment.ClockDrift;
import dev.twostep.domain.office.InviteLink.Standing;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.office.Enrolment;
import dev.twostep.keycloak.office.Enrolment.Looked;
import dev.twostep.keycloak.office.Enrolment.Outcome;
import dev.twostep.keycloak.office.EnrolmentLink;
import dev.twostep.keycloak.office.OfficeEvents;
import dev.twostep.keycloak.page.EnrolPage.Complaint;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.util.LocaleUtil;

/**
 * {@code enrol/{token}}: an employee binds an app to an office. Opening the page changes nothing,
 * for programs open links as well; its button does, in that one browser.
 */
public final class EnrolResource {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Optional<EnrolmentLink> link;
  private final EnrolCookie cookie;
  private final EnrolPage page;

  /**
   * @param token of the link; after a login its device only, the rest is in a cookie
   */
  EnrolResource(KeycloakSession session, String token) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    String device = token.split("\\.", 2)[0];
    this.cookie = new EnrolCookie(session, device);
    this.link = EnrolmentLink.of(token.contains(".") ? token : device + "." + cookie.link());
    this.page = new EnrolPage(session, own());
  }

  /** The page as it is for this browser. */
  @GET
  public Response page() {
    LocaleUtil.processLocaleParam(session, realm, null);
    return visited(this::shown);
  }

  /** One of its two forms: start, or the first code. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer() {
    return visited(this::answered);
  }

  private interface Step {
    Response take(Enrolment enrolment, Looked looked);
  }

  private Response visited(Step step) {
    Optional<Response> closed = new Entrance(session).closed();
    if (closed.isPresent()) {
      return closed.get();
    }
    if (link.isEmpty() || !Twostep.of(session).hasServerKey()) {
      return closed(Standing.UNKNOWN);
    }
    var visitor = new Enrolment.Visitor(link.get(), cookie.browser());
    Enrolment enrolment = new Enrolment(session, realm, visitor);
    Optional<Looked> looked = enrolment.look();
    if (looked.isEmpty() || !looked.get().standing().isOpen()) {
      return closed(looked.map(Looked::standing).orElse(Standing.UNKNOWN));
    }
    return looked
        .get()
        .device()
        .owner()
        .flatMap(owner -> new EnrolOwner(session, cookie, page).stopped(owner, link.get()))
        .orElseGet(() -> step.take(enrolment, looked.get()));
  }

  private Response shown(Enrolment enrolment, Looked looked) {
    if (query("code") != null) {
      return again();
    }
    String token = token(cookie.known());
    return looked.standing() == Standing.READY
        ? page.start(looked, token)
        : page.scan(looked, enrolment.key(looked).orElseThrow(), token, Optional.empty());
  }

  private Response answered(Enrolment enrolment, Looked looked) {
    String known = cookie.browser();
    if (known.isEmpty() || !ConstantTime.same(token(known), field("token"))) {
      return page.closed("foreign", Response.Status.FORBIDDEN);
    }
    Answer answer = Answer.typed(field("code"));
    AppKey key = enrolment.key(looked).orElseThrow();
    if (looked.standing() == Standing.READY || !field("twostepAction").equals("verify")) {
      return again();
    }
    if (answer.isEmpty()) {
      return complain(looked, key, "twostepCodeMissing");
    }
    Outcome outcome = enrolment.confirm(looked, answer);
    if (outcome instanceof Outcome.Enrolled) {
      new OfficeEvents(session, realm).of("enrolled", looked.office(), looked.device()).success();
      return page.done(looked);
    }
    return refused(enrolment, looked, outcome);
  }

  private Response refused(Enrolment enrolment, Looked looked, Outcome outcome) {
    Looked now = enrolment.look().orElseThrow();
    Optional<AppKey> key = enrolment.key(now);
    if (outcome instanceof Outcome.Wrong) {
      new OfficeEvents(session, realm)
          .of("enrolled", looked.office(), looked.device())
          .error(Errors.INVALID_USER_CREDENTIALS);
    }
    if (key.isEmpty() || outcome instanceof Outcome.Closed) {
      return closed(now.standing());
    }
    if (outcome instanceof Outcome.Wrong wrong && wrong.drift().isPresent()) {
      return page.scan(
          now, key.get(), token(cookie.browser()), Optional.of(clock(wrong.drift().get())));
    }
    return complain(
        now,
        key.get(),
        outcome instanceof Outcome.Replaced ? "twostepInviteReplaced" : "twostepAppCodeWrong");
  }

  private Response complain(Looked looked, AppKey key, String message) {
    var complaint = new Complaint(new FormMessage("code", message), false);
    return page.scan(looked, key, token(cookie.browser()), Optional.of(complaint));
  }

  private static Complaint clock(ClockDrift off) {
    String key =
        (off.isFast() ? "twostepClockFast" : "twostepClockSlow")
            + (off.isPlural() ? "Minutes" : "Minute");
    return new Complaint(new FormMessage("code", key, off.minutes()), true);
  }

  private Response closed(Standing standing) {
    return page.closed(
        standing.word(),
        standing == Standing.UNKNOWN ? Response.Status.NOT_FOUND : Response.Status.GONE);
  }

  /** The page anew, without what its address was asked with. */
  private Response again() {
    return Response.seeOther(own()).header("Cache-Control", "no-store").build();
  }

  private String token(String browser) {
    return Twostep.of(session)
        .enrolmentLinks()
        .orElseThrow()
        .form(link.orElseThrow().device(), browser);
  }

  private URI own() {
    return session.getContext().getUri().getAbsolutePath();
  }

  private String field(String name) {
    String value = session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(name);
    return value == null ? "" : value;
  }

  private @Nullable String query(String name) {
    return session.getContext().getUri().getQueryParameters().getFirst(name);
  }
}
