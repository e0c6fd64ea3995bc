package dev.twostep.keycloak.store;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers Twostep's tables; its id names the changelog table DATABASECHANGELOG_TWOSTEP. */
public final class TwostepEntityProviderFactory implements JpaEntityProviderFactory {

  static final String ID = "twostep";

  @Override
  public JpaEntityProvider create(KeycloakSession session) {
    return new TwostepEntityProvider();
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
