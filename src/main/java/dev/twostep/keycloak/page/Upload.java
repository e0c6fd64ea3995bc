package dev.twostep.keycloak.page;

import dev.twostep.application.portal.PhotographedKey;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
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

  private static final PhotographedKey MISSING =
      new PhotographedKey(Optional.empty(), "picture-missing");

  private static final String FILE = "picture";

  private final KeycloakSession session;
  private @Nullable MultivaluedMap<String, FormPartValue> parts;

  Upload(KeycloakSession session) {
    this.session = session;
  }

  /** Empty text if it has no such field. */
  String text(String name) {
    FormPartValue part = part(name);
    String value = part == null ? null : part.asString();
    return value == null ? "" : value;
  }

  /** The key in the picture of somebody who is known to be logged in, or why there is none. */
  PhotographedKey key() {
    return key(new IdentityCookie(session).subject());
  }

  /** The same for a sender with that id. */
  PhotographedKey key(String sender) {
    try (PushbackInputStream file = new PushbackInputStream(file())) {
      int first = file.read();
      if (first < 0) {
        return MISSING;
      }
      file.unread(first);
      return PhotographedKey.of(Twostep.of(session).pictures().read(sender, () -> bytes(file)));
    } catch (IOException | UncheckedIOException e) {
      // The browser went away, or the server's own directory for uploads is full.
      return MISSING;
    }
  }

  private InputStream file() {
    FormPartValue part = part(FILE);
    InputStream file = part == null ? null : part.asInputStream();
    return file == null ? InputStream.nullInputStream() : file;
  }

  private static byte[] bytes(InputStream file) {
    try {
      return file.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kept, since asking Keycloak once more opens every file once more. */
  private @Nullable FormPartValue part(String name) {
    MultivaluedMap<String, FormPartValue> all = parts;
    if (all == null) {
      all = session.getContext().getHttpRequest().getMultiPartFormParameters();
      parts = all;
    }
    return all.getFirst(name);
  }
}
