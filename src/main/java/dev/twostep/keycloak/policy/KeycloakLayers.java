package dev.twostep.keycloak.policy;

import dev.twostep.domain.policy.Rulebook;
import dev.twostep.domain.policy.Scope;
import dev.twostep.domain.policy.ScopeKind;
import dev.twostep.domain.policy.ScopeLayer;
import dev.twostep.domain.policy.StateSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;

/**
 * The rules that concern one user, read from models that Keycloak caches: once the caches are warm,
 * no SQL. (In a realm with fine-grained admin permissions Keycloak itself does not cache
 * memberships of organizations: there it is one query.)
 */
public final class KeycloakLayers {

  private final KeycloakSession session;
  private final RealmModel realm;

  public KeycloakLayers(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** Every rule for that user and application; scopes that set nothing are left out. */
  public Rulebook rulebook(UserModel user, @Nullable ClientModel application) {
    List<ScopeLayer> layers = new ArrayList<>();
    add(
        layers,
        new Scope(ScopeKind.REALM, realm.getId(), realm.getName()),
        LayerAttributes.of(realm));
    organizations(user)
        .forEach(
            one ->
                add(
                    layers,
                    new Scope(ScopeKind.ORGANIZATION, one.getId(), one.getAlias()),
                    LayerAttributes.of(one)));
    layers.addAll(new GroupLayers(user).layers());
    ofUser(user).ifPresent(layers::add);
    return new Rulebook(
        StateSetting.parse(realm.getAttribute(StateSetting.ATTRIBUTE)),
        layers,
        Optional.ofNullable(application).flatMap(KeycloakLayers::ofApplication),
        OccasionAttributes.of(realm, application));
  }

  /** What counts of a user's own layer, and why the rest does not. */
  public Optional<ScopeLayer> ofUser(UserModel user) {
    Scope scope = new Scope(ScopeKind.USER, user.getId(), user.getUsername());
    return layer(scope, LayerAttributes.of(user))
        .map(
            one ->
                new ProfileGuard(session)
                    .openAttribute()
                    .map(
                        name ->
                            new ScopeLayer(
                                scope,
                                0,
                                one.layer()
                                    .raisingOnly(
                                        "the realm's user profile lets users write "
                                            + name
                                            + ", so only 'required' counts")))
                    .orElse(one));
  }

  private Stream<OrganizationModel> organizations(UserModel user) {
    return Organizations.isEnabled(session)
        ? session
            .getProvider(OrganizationProvider.class)
            .getByMember(user)
            .filter(OrganizationModel::isEnabled)
        : Stream.empty();
  }

  private static Optional<ScopeLayer> ofApplication(ClientModel client) {
    Scope scope = new Scope(ScopeKind.APPLICATION, client.getId(), client.getClientId());
    return layer(scope, LayerAttributes.of(client));
  }

  private static void add(List<ScopeLayer> layers, Scope scope, LayerAttributes attributes) {
    layer(scope, attributes).ifPresent(layers::add);
  }

  private static Optional<ScopeLayer> layer(Scope scope, LayerAttributes attributes) {
    return Optional.of(attributes.layer())
        .filter(layer -> !layer.isEmpty())
        .map(layer -> new ScopeLayer(scope, 0, layer));
  }
}
