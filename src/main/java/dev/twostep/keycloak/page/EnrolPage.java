package dev.twostep.keycloak.page;

import dev.twostep.domain.enrolment.KeyUri;
import dev.twostep.domain.office.OfficeDevice.Kind;
import dev.twostep.keycloak.enrolment.AppIssuer;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.enrolment.ShownKey;
import dev.twostep.keycloak.office.Enrolment.Looked;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;

/** Renders the pages on which an employee sets up a device of an office. */
final class EnrolPage {

  /** A complaint about the code; {@code clock} if the phone's clock is to blame. */
  record Complaint(FormMessage message, boolean clock) {}

  private final KeycloakSession session;
  private final URI own;

  /**
   * @param own the address of the page, without what a login came back with
   */
  EnrolPage(KeycloakSession session, URI own) {
    this.session = session;
    this.own = own;
  }

  Response start(Looked looked, String token) {
    Map<String, Object> shown = basics(looked);
    shown.put("token", token);
    return page("twostep-invite-start.ftl", shown, Optional.empty());
  }

  /** The only page that shows the secret. */
  Response scan(Looked looked, AppKey key, String token, Optional<Complaint> complaint) {
    var entry =
        new KeyUri.Entry(AppIssuer.of(session.getContext().getRealm()), looked.office().name());
    Map<String, Object> shown = basics(looked);
    shown.putAll(ShownKey.of(key.uri(entry)));
    shown.put("token", token);
    shown.put("clock", complaint.filter(Complaint::clock).isPresent());
    return page("twostep-invite-scan.ftl", shown, complaint.map(Complaint::message));
  }

  Response done(Looked looked) {
    Map<String, Object> shown = basics(looked);
    shown.put("reason", "");
    return page("twostep-invite-end.ftl", shown, Optional.empty());
  }

  /** {@code reason} ends a message key that says why, and what to do. */
  Response closed(String reason, Response.Status status) {
    Response page =
        page("twostep-invite-end.ftl", new HashMap<>(Map.of("reason", reason)), Optional.empty());
    return Response.fromResponse(page).status(status).build();
  }

  private static Map<String, Object> basics(Looked looked) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("office", looked.office().name());
    shown.put("device", looked.device().label());
    shown.put("shared", looked.device().kind() == Kind.HOLDER);
    return shown;
  }

  private Response page(String template, Map<String, Object> shown, Optional<FormMessage> error) {
    LoginFormsProvider form =
        session
            .getProvider(LoginFormsProvider.class)
            .setActionUri(own)
            .setAttribute("twostep", shown);
    error.ifPresent(form::addError);
    return Response.fromResponse(form.createForm(template))
        .header("Cache-Control", "no-store")
        .build();
  }
}
