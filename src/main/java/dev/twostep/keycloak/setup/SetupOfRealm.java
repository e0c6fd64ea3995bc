package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.gateway.GatewayProvider;
import dev.twostep.keycloak.gateway.GatewayProviderFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.deployment.DeployedConfigurationsManager;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.urls.UrlType;
import org.keycloak.userprofile.UserProfileProvider;

/** Puts the setup of the request's realm together from Keycloak's providers. */
record SetupOfRealm(KeycloakSession session, RealmModel caller, BooleanSupplier serverKeyPresent) {

  Setup compose() {
    RealmModel realm = session.getContext().getRealm();
    Predicate<String> condition = this::isCondition;
    Function<String, Optional<AuthenticatorConfigModel>> deployed = this::deployed;
    Duration proofLife = Duration.ofSeconds(realm.getSsoSessionMaxLifespan());
    SecondStepLayout layout = new SecondStepLayout(proofLife, condition);
    GrantLayout grants = new GrantLayout(condition);
    return new Setup(
        List.of(
            new BrowserFlowStep(realm, own(Binding.BROWSER), layout),
            new DirectGrantStep(realm, own(Binding.DIRECT_GRANT), grants),
            new FirstBrokerStep(realm),
            new ClaimsStep(realm),
            new RequiredActionsStep(realm, this::displayName),
            new AccountClientStep(realm),
            new RobotRoleStep(realm),
            new UserProfileStep(realm, session.getProvider(UserProfileProvider.class))),
        List.of(
            new CoverageCheck(realm, new FlowReader(realm, deployed), condition),
            new GrantsCheck(realm, new FlowReader(realm, deployed), grants),
            new SettingsCheck(realm, host(), serverKeyPresent),
            new SecretsCheck(realm, this::secretsOfKind),
            new AppCheck(realm),
            new AppPasswordsCheck(realm),
            new DeliveryCheck(realm),
            new LimitsCheck(realm),
            new NeighbourCheck(session, realm, caller, this::isCovered)));
  }

  private OwnFlow own(Binding binding) {
    RealmModel realm = session.getContext().getRealm();
    FlowUsers users = new KeycloakFlowUsers(session, realm, binding);
    return new OwnFlow(realm, binding, users, this::deployed);
  }

  private boolean isCondition(String authenticator) {
    return factory(Authenticator.class, authenticator)
        .filter(ConditionalAuthenticatorFactory.class::isInstance)
        .isPresent();
  }

  private Optional<String> displayName(String requiredAction) {
    return factory(RequiredActionProvider.class, requiredAction)
        .map(factory -> ((RequiredActionFactory) factory).getDisplayText());
  }

  private Set<String> secretsOfKind(String gateway) {
    return factory(GatewayProvider.class, gateway)
        .filter(GatewayProviderFactory.class::isInstance)
        .map(factory -> ((GatewayProviderFactory) factory).secrets())
        .orElse(Set.of());
  }

  private <T extends Provider> Optional<ProviderFactory<T>> factory(Class<T> type, String id) {
    return Optional.ofNullable(session.getKeycloakSessionFactory().getProviderFactory(type, id));
  }

  private Optional<AuthenticatorConfigModel> deployed(String id) {
    return Optional.ofNullable(
        new DeployedConfigurationsManager(session).getDeployedAuthenticatorConfig(id));
  }

  private boolean isCovered(RealmModel other) {
    FlowTree bound = new FlowReader(other, this::deployed).read(other.getBrowserFlow());
    return new Placement(this::isCondition).flaws(bound).isEmpty();
  }

  private String host() {
    URI frontend = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
    return Objects.requireNonNullElse(frontend.getHost(), "");
  }
}
