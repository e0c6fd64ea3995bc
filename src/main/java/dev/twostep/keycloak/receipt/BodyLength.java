package dev.twostep.keycloak.receipt;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a request says that it is: no more than a receipt can need is ever read. */
enum BodyLength {
  SHORT(null),
  LONG(Response.Status.REQUEST_ENTITY_TOO_LARGE),
  UNKNOWN(Response.Status.LENGTH_REQUIRED);

  static final int MOST_BYTES = 64 * 1024;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final Response.@Nullable Status refusal;

  BodyLength(Response.@Nullable Status refusal) {
    this.refusal = refusal;
  }

  static BodyLength of(@Nullable String header) {
    if (header == null) {
      return UNKNOWN;
    }
    boolean small =
        NUMBER.matcher(header.strip()).matches() && Integer.parseInt(header.strip()) <= MOST_BYTES;
    return small ? SHORT : LONG;
  }

  Optional<Response.Status> refusal() {
    return Optional.ofNullable(refusal);
  }
}
