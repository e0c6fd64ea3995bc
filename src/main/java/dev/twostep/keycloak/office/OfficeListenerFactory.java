package dev.twostep.keycloak.office;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;

/** Listens in every realm, so that none has to be told to; acts where Twostep is set up. */
public final class OfficeListenerFactory implements EventListenerProviderFactory {

  @Override
  public EventListenerProvider create(KeycloakSession session) {
    return new OfficeListener(session);
  }

  @Override
  public boolean isGlobal() {
    return true;
  }

  @Override
  public String getId() {
    return "twostep-office-listener";
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof UserModel.UserRemovedEvent removed) {
            new OwnerAlert(removed.getKeycloakSession(), removed.getRealm())
                .tell(removed.getUser().getId(), "was deleted");
          }
        });
  }

  @Override
  public void close() {}
}
