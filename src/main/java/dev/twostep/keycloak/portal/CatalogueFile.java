package dev.twostep.keycloak.portal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twostep.domain.portal.Catalogue;
import dev.twostep.domain.portal.KnownPortal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Reads {@code twostep-portals.json}, in which one more portal is one more line. */
public final class CatalogueFile {

  private static final String PATH = "/META-INF/twostep-portals.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private CatalogueFile() {}

  /** The same for the whole server. */
  public static Catalogue catalogue() {
    return Read.ONCE;
  }

  /** Loaded with its first use: a server that nobody uses portals on never reads the file. */
  private static final class Read {

    static final Catalogue ONCE = read();

    private static Catalogue read() {
      try (InputStream file = CatalogueFile.class.getResourceAsStream(PATH)) {
        if (file == null) {
          throw new IllegalStateException("the catalogue of portals is not in this jar");
        }
        List<Map<String, String>> lines = JSON.readValue(file, new TypeReference<>() {});
        return new Catalogue(lines.stream().map(Read::portal).toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static KnownPortal portal(Map<String, String> line) {
      return new KnownPortal(
          line.getOrDefault("key", ""),
          line.getOrDefault("name", ""),
          line.getOrDefault("host", ""),
          line.getOrDefault("variant", ""));
    }
  }
}
