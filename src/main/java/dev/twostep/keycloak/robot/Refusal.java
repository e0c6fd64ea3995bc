package dev.twostep.keycloak.robot;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;

/** Answers that bring no code: a word for programs, a sentence for whoever reads their log. */
final class Refusal {

  private Refusal() {}

  static WebApplicationException of(Response.Status status, String error, String message) {
    return new WebApplicationException(response(status.getStatusCode(), error, message).build());
  }

  static WebApplicationException unauthorized(String message) {
    return new WebApplicationException(
        response(401, "token", message).header("WWW-Authenticate", "Bearer").build());
  }

  static WebApplicationException tooMany(String message, Duration retry) {
    return new WebApplicationException(
        response(429, "too-many", message).header("Retry-After", seconds(retry)).build());
  }

  /** The same for what does not exist, is another's, and is not allowed. */
  static WebApplicationException notFound() {
    return of(
        Response.Status.NOT_FOUND,
        "not-found",
        "There is no such portal, or this robot may not ask for it: see GET portals?owner=…");
  }

  /** The word for programs. */
  static String reason(Response refusal) {
    return refusal.getEntity() instanceof Map<?, ?> said
        ? String.valueOf(said.get("error"))
        : "refused";
  }

  /** Rounded up: whoever comes earlier comes in vain. */
  static long seconds(Duration time) {
    return time.plusMillis(999).toSeconds();
  }

  private static Response.ResponseBuilder response(int status, String error, String message) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .entity(Map.of("error", error, "message", message));
  }
}
