package dev.twostep.keycloak.admin;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The answers that are not what was asked for. */
final class Answers {

  private Answers() {}

  /** All problems of one request, together. */
  static WebApplicationException refused(List<Problem> problems) {
    return problems(Response.Status.BAD_REQUEST, problems);
  }

  private static WebApplicationException problems(Response.Status status, List<Problem> problems) {
    return new WebApplicationException(
        Response.status(status)
            .type(MediaType.APPLICATION_JSON)
            .entity(Map.of("errors", problems.stream().map(Answers::json).toList()))
            .build());
  }

  /** Right, but not as things stand. */
  static WebApplicationException conflict(Problem problem) {
    return problems(Response.Status.CONFLICT, List.of(problem));
  }

  /** Right, but not now. */
  static WebApplicationException busy(Problem problem) {
    return problems(Response.Status.SERVICE_UNAVAILABLE, List.of(problem));
  }

  /** Right, but not by this administrator. */
  static WebApplicationException forbidden(Problem problem) {
    return problems(Response.Status.FORBIDDEN, List.of(problem));
  }

  /** Who may not even look around does not learn what exists. */
  static WebApplicationException absent(boolean mayLook, String what) {
    return mayLook ? new NotFoundException(what + " not found") : new ForbiddenException();
  }

  private static Map<String, String> json(Problem problem) {
    return Map.of("field", problem.field(), "problem", problem.problem(), "hint", problem.hint());
  }
}
