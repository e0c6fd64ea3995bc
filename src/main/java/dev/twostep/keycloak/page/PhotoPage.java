package dev.twostep.keycloak.page;

import dev.twostep.domain.portal.Intake;
import dev.twostep.domain.portal.PhotoLink.Standing;
import dev.twostep.keycloak.delivery.PhoneLink;
import dev.twostep.keycloak.portal.PortalSaid;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Renders the pages of a phone that sends a photo. They name no user, no number and no portal: the
 * link may be in the wrong hands.
 */
final class PhotoPage {

  private static final int RETRY_SECONDS = 5;

  private final KeycloakSession session;
  private final URI own;

  PhotoPage(KeycloakSession session) {
    this.session = session;
    this.own = LoginRedirect.page(session, session.getContext().getRealm(), PhoneLink.PATH);
  }

  /** Too many photos at once: later is better. */
  static Response busy(Response page) {
    return Response.fromResponse(page)
        .status(Response.Status.SERVICE_UNAVAILABLE)
        .header("Retry-After", RETRY_SECONDS)
        .build();
  }

  /** Before anything happens: what opens links by itself presses no button. */
  Response start(String secret, String token) {
    URI begin =
        LoginRedirect.page(session, session.getContext().getRealm(), PhoneLink.PATH + "/" + secret);
    return page("twostep-photo-start.ftl", begin, Map.of("token", token), Optional.empty());
  }

  /** The button was pressed on another page than ours. */
  Response foreign() {
    return secretive(new Notice(session).page("Foreign"));
  }

  Response ask(Intake intake, Optional<PortalSaid> said) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("words", intake.words());
    shown.put("left", Math.max(0, Intake.MOST_PHOTOS - intake.tries()));
    return page("twostep-photo.ftl", own, shown, said);
  }

  Response done(Intake intake) {
    return page(
        "twostep-photo-end.ftl",
        own,
        Map.of("reason", "", "words", intake.words()),
        Optional.empty());
  }

  Response closed(Standing standing) {
    Response page =
        page("twostep-photo-end.ftl", own, Map.of("reason", standing.word()), Optional.empty());
    return Response.fromResponse(page)
        .status(standing == Standing.UNKNOWN ? Response.Status.NOT_FOUND : Response.Status.GONE)
        .build();
  }

  private Response page(
      String template, URI action, Map<String, Object> shown, Optional<PortalSaid> said) {
    LoginFormsProvider form =
        session
            .getProvider(LoginFormsProvider.class)
            .setActionUri(action)
            .setAttribute("twostep", shown);
    PortalsPage.say(form, said);
    return secretive(form.createForm(template));
  }

  private static Response secretive(Response page) {
    return Response.fromResponse(page)
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
