package dev.twostep.keycloak.grant;

import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.grant.GrantReason;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientModel;

/** The answers of a direct grant that hands out no token; to most clients they are all alike. */
final class GrantAnswer {

  /** The client attribute that opens the reasons; {@code on} does. */
  static final String REASONS = "twostep.grant.reasons";

  private static final int TOO_MANY = 429;
  private static final String WRONG = "Invalid user credentials";

  /** What a reason comes with. */
  record Detail(
      List<FactorKind> factors, Optional<ChallengeId> challenge, Optional<Instant> until) {

    static Detail of(List<FactorKind> factors) {
      return new Detail(factors, Optional.empty(), Optional.empty());
    }

    Detail challenge(ChallengeId id) {
      return new Detail(factors, Optional.of(id), until);
    }

    Detail until(Instant at) {
      return new Detail(factors, challenge, Optional.of(at));
    }
  }

  private GrantAnswer() {}

  /** Keycloak's own, to the letter. */
  static Response wrongPassword() {
    return json(Response.Status.BAD_REQUEST.getStatusCode(), error(WRONG)).build();
  }

  /** A door that does not listen for a while. */
  static Response tooMany(Instant now, Instant until) {
    return json(TOO_MANY, error("Too many wrong app passwords"))
        .header(HttpHeaders.RETRY_AFTER, seconds(now, until))
        .build();
  }

  /** The password was right; the reason is told to clients that an administrator opened for it. */
  static Response withheld(ClientModel client, GrantReason reason, Detail detail, Instant now) {
    if (!"on".equals(client.getAttribute(REASONS))) {
      return wrongPassword();
    }
    Map<String, Object> body = error(WRONG);
    body.put("twostep_reason", reason.word());
    body.put("twostep_factors", detail.factors().stream().map(FactorKind::word).toList());
    detail.challenge().ifPresent(id -> body.put("twostep_challenge", id.hex()));
    detail.until().ifPresent(at -> body.put("twostep_retry_after", seconds(now, at)));
    return json(Response.Status.BAD_REQUEST.getStatusCode(), body).build();
  }

  private static Map<String, Object> error(String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", OAuthErrorException.INVALID_GRANT);
    body.put("error_description", description);
    return body;
  }

  private static Response.ResponseBuilder json(int status, Map<String, Object> body) {
    return Response.status(status).entity(body).type(MediaType.APPLICATION_JSON_TYPE);
  }

  private static long seconds(Instant now, Instant until) {
    return Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
  }
}
