package dev.twostep.keycloak.page;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/** A page that says why there is nothing else to see. */
record Notice(KeycloakSession session) {

  private static final Set<String> NOT_FOUND = Set.of("NotYours", "NoOffice");

  /** {@code reason} ends a message key of that name. */
  Response page(String reason) {
    Response.Status status =
        NOT_FOUND.contains(reason) ? Response.Status.NOT_FOUND : Response.Status.FORBIDDEN;
    Response page =
        session
            .getProvider(LoginFormsProvider.class)
            .setError("twostepMe" + reason)
            .createErrorPage(status);
    return Response.fromResponse(page).header("Cache-Control", "no-store").build();
  }

  /** For realms in which nothing of ours is to be seen. */
  Response plain(Response.Status status, String text) {
    return Response.status(status)
        .type(MediaType.TEXT_PLAIN_TYPE)
        .entity(text)
        .header("Cache-Control", "no-store")
        .build();
  }
}
