package dev.twostep.keycloak.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads no more of a request than a receipt can need. */
final class BoundedBody {

  static final int MOST_BYTES = 64 * 1024;

  private BoundedBody() {}

  /** Empty if it is longer; no more is read then. */
  static Optional<String> read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    return bytes.length > MOST_BYTES
        ? Optional.empty()
        : Optional.of(new String(bytes, StandardCharsets.UTF_8));
  }

  /** What the request says of itself. */
  static boolean isTooLong(@Nullable String contentLength) {
    try {
      return contentLength != null && Long.parseLong(contentLength.strip()) > MOST_BYTES;
    } catch (NumberFormatException e) {
      return true;
    }
  }
}
