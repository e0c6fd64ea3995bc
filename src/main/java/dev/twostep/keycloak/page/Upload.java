package dev.twostep.keycloak.page;

import dev.twostep.application.portal.PhotographedKey;
import dev.twostep.keycloak.wiring.Twostep;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.http.FormPartValue;
import org.keycloak.models.KeycloakSession;

/**
 * A posted form with a file. Of the file only its bytes are asked for: its name and its declared
 * type are whatever a stranger wrote.
 */
final class Upload {

  /** One byte more than is ever read as a picture, by which too much is known. */
  private static final int MOST_BYTES = 15_000_001;

  private static final String FILE = "picture";

  private final KeycloakSession session;

  Upload(KeycloakSession session) {
    this.session = session;
  }

  /** Empty text if it has no such field. */
  String text(String name) {
    FormPartValue part = part(name);
    String value = part == null ? null : part.asString();
    return value == null ? "" : value;
  }

  /** The key in the picture, or why there is none. */
  PhotographedKey key() {
    byte[] picture = picture();
    return picture.length == 0
        ? new PhotographedKey(Optional.empty(), "picture-missing")
        : PhotographedKey.of(Twostep.of(session).pictures().read(picture));
  }

  private byte[] picture() {
    FormPartValue part = part(FILE);
    try (InputStream file = part == null ? null : part.asInputStream()) {
      return file == null ? new byte[0] : file.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      // The browser went away, or the server's own directory for uploads is full.
      return new byte[0];
    }
  }

  private @Nullable FormPartValue part(String name) {
    return session.getContext().getHttpRequest().getMultiPartFormParameters().getFirst(name);
  }
}
