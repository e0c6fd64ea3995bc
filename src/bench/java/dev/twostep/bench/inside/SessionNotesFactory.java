package dev.twostep.bench.inside;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Tells a browser, at {@code /realms/{realm}/bench-notes}, what its login in progress holds. */
public final class SessionNotesFactory implements RealmResourceProviderFactory {

  private record Mounted(KeycloakSession session) implements RealmResourceProvider {

    @Override
    public Object getResource() {
      return new SessionNotes(session);
    }

    @Override
    public void close() {}
  }

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new Mounted(session);
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}

  @Override
  public String getId() {
    return "bench-notes";
  }
}
