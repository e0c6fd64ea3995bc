package dev.twostep.it.bare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/**
 * A Keycloak with our jar knows every provider in it. An export, among the tests of the policy,
 * starts one that is told nothing.
 */
@WithKeycloak
class ProvidersIT {

  private static final Path JAR = Path.of(System.getProperty("twostep.jar"));

  @Test
  void knowsEveryProviderOfTheJar(TestEnvironment environment) throws Exception {
    Map<String, List<String>> announced = Services.of(JAR);
    assertThat(announced).isNotEmpty();

    JsonNode known = environment.admin().serverInfo().get("providers");
    try (Jar jar = new Jar()) {
      announced.forEach(
          (service, classes) ->
              classes.forEach(name -> assertKnown(known, jar, new Announced(service, name))));
    }
  }

  private static void assertKnown(JsonNode known, Jar jar, Announced announced) {
    Object provider = jar.create(announced.name());
    if (provider instanceof Spi spi) {
      assertThat(known.has(spi.getName())).as("SPI %s", announced).isTrue();
    } else {
      String spi = jar.spiOf(announced.service());
      String id = ((ProviderFactory<?>) provider).getId();
      assertThat(known.at("/" + spi + "/providers").has(id))
          .as("%s as %s of %s", announced, id, spi)
          .isTrue();
    }
  }

  private record Announced(String service, String name) {}

  /** The classes of the jar, asked for their names only. */
  private static final class Jar implements AutoCloseable {

    private final URLClassLoader classes;

    Jar() throws IOException {
      this.classes =
          new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ProvidersIT.class.getClassLoader());
    }

    Object create(String name) {
      try {
        return classes.loadClass(name).getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(name + " cannot be made", e);
      }
    }

    /** The name of the SPI whose factories have this type. */
    String spiOf(String factoryType) {
      return ServiceLoader.load(Spi.class, classes).stream()
          .map(Jar::spi)
          .flatMap(Optional::stream)
          .filter(spi -> spi.getProviderFactoryClass().getName().equals(factoryType))
          .map(Spi::getName)
          .findFirst()
          .orElseThrow(() -> new AssertionError("no SPI takes a " + factoryType));
    }

    private static Optional<Spi> spi(ServiceLoader.Provider<Spi> provider) {
      try {
        Spi spi = provider.get();
        spi.getProviderFactoryClass();
        return Optional.of(spi);
      } catch (LinkageError ofALibraryThatWeDoNotHave) {
        return Optional.empty();
      }
    }

    @Override
    public void close() throws IOException {
      classes.close();
    }
  }
}
