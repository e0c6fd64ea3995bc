package dev.twostep.it.gateways;

import dev.twostep.fixture.server.ProviderJar;
import java.nio.file.Path;

/** Jars of other people, made from the sources among the test resources. */
final class Providers {

  private static final Path SOURCES =
      Path.of(System.getProperty("twostep.project"), "src/test/resources/providers");

  private Providers() {}

  /** The example of the manual for developers. */
  static Path paperPlane() {
    return ProviderJar.of(
        SOURCES.resolve("PaperPlaneFactory.java"),
        "dev.twostep.keycloak.gateway.GatewayProviderFactory");
  }

  /** Logs which libraries a server gives its providers. */
  static Path probe() {
    return ProviderJar.of(
        SOURCES.resolve("ProbeFactory.java"),
        "org.keycloak.services.resource.RealmResourceProviderFactory");
  }
}
