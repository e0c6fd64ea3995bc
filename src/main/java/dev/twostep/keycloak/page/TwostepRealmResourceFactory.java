package dev.twostep.keycloak.page;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Mounts our addresses at {@code /realms/{realm}/twostep}. */
public final class TwostepRealmResourceFactory implements RealmResourceProviderFactory {

  private static final String ID = "twostep";

  private record Mounted(KeycloakSession session) implements RealmResourceProvider {

    @Override
    public Object getResource() {
      return new TwostepRealmResource(session);
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
    return ID;
  }
}
