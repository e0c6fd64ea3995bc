package dev.twostep.keycloak.apppassword;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.Constants;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.protocol.oidc.mappers.HardcodedRole;

/**
 * Which applications take app passwords: those that an administrator named, and of them only those
 * whose tokens open nothing but the application itself.
 */
public final class LegacyApplication {

  /** Stored with customers' clients; {@value #ON} names an application. */
  public static final String ATTRIBUTE = "twostep.app-passwords";

  static final String ON = "on";

  private static final String OURS = "twostep-account";
  private static final String OF_REALM = "-realm";

  private static final Set<String> KEYCLOAKS_OWN =
      Set.of(
          Constants.ACCOUNT_MANAGEMENT_CLIENT_ID,
          Constants.ACCOUNT_CONSOLE_CLIENT_ID,
          Constants.ADMIN_CLI_CLIENT_ID,
          Constants.ADMIN_CONSOLE_CLIENT_ID,
          Constants.REALM_MANAGEMENT_CLIENT_ID,
          Constants.BROKER_SERVICE_CLIENT_ID,
          OURS);

  private LegacyApplication() {}

  public static boolean accepts(RealmModel realm, ClientModel client) {
    return isNamed(client) && client.isEnabled() && flaws(realm, client).isEmpty();
  }

  /** Whether an administrator wants it to. */
  public static boolean isNamed(ClientModel client) {
    return ON.equals(client.getAttribute(ATTRIBUTE));
  }

  /** All that administrators named, whether they accept or not. */
  public static List<ClientModel> named(RealmModel realm) {
    // Keycloak searches by no attribute that its operator has not listed as searchable.
    return realm.getClientsStream().filter(LegacyApplication::isNamed).toList();
  }

  /** All that accept app passwords. */
  public static List<ClientModel> all(RealmModel realm) {
    return named(realm).stream().filter(client -> accepts(realm, client)).toList();
  }

  /** Its name for users, or its id where it has none in words. */
  public static String nameOf(ClientModel client) {
    return Optional.ofNullable(client.getName())
        .filter(name -> !name.isBlank() && !name.contains("${"))
        .orElseGet(client::getClientId);
  }

  /** The names of those clients; of one that is gone there is none. */
  public static List<String> names(RealmModel realm, List<String> ids) {
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(realm.getClientById(id)))
        .map(LegacyApplication::nameOf)
        .toList();
  }

  /** Why it must not take app passwords, in words for administrators. */
  public static List<String> flaws(RealmModel realm, ClientModel client) {
    if (isKeycloaks(client)) {
      return List.of("is one of Keycloak's own clients or of Twostep's");
    }
    List<String> flaws = new ArrayList<>();
    if (client.isFullScopeAllowed()) {
      flaws.add("has full scope allowed, so that its tokens carry all roles of the user");
    }
    mapped(client)
        .filter(LegacyApplication::isPowerful)
        .map(LegacyApplication::roleName)
        .distinct()
        .forEach(role -> flaws.add("hands out the role " + role + " by its scope"));
    hardcoded(realm, client)
        .filter(LegacyApplication::isPowerful)
        .map(LegacyApplication::roleName)
        .distinct()
        .forEach(role -> flaws.add("hands out the role " + role + " by a mapper"));
    return List.copyOf(flaws);
  }

  private static boolean isKeycloaks(ClientModel client) {
    String id = client.getClientId();
    return KEYCLOAKS_OWN.contains(id) || id.endsWith(OF_REALM);
  }

  /** Every role that a token of that client may carry, however deep it is hidden in others. */
  private static Stream<RoleModel> mapped(ClientModel client) {
    Stream<RoleModel> own = Stream.concat(client.getScopeMappingsStream(), client.getRolesStream());
    Stream<RoleModel> shared = scopes(client).flatMap(ClientScopeModel::getScopeMappingsStream);
    return RoleUtils.expandCompositeRolesStream(Stream.concat(own, shared));
  }

  /** Those that it always has, and those that a request may ask for. */
  private static Stream<ClientScopeModel> scopes(ClientModel client) {
    return Stream.of(true, false)
        .flatMap(byDefault -> client.getClientScopes(byDefault).values().stream());
  }

  private static Stream<RoleModel> hardcoded(RealmModel realm, ClientModel client) {
    Stream<ProtocolMapperModel> mappers =
        Stream.concat(
            client.getProtocolMappersStream(),
            scopes(client).flatMap(ClientScopeModel::getProtocolMappersStream));
    Stream<RoleModel> roles =
        mappers
            .filter(mapper -> HardcodedRole.PROVIDER_ID.equals(mapper.getProtocolMapper()))
            .map(mapper -> mapper.getConfig().get(HardcodedRole.ROLE_CONFIG))
            .filter(Objects::nonNull)
            .flatMap(name -> rolesOf(realm, name));
    return RoleUtils.expandCompositeRolesStream(roles);
  }

  /** A realm's role, or a client's after its id; both may have dots in them. */
  private static Stream<RoleModel> rolesOf(RealmModel realm, String name) {
    Stream<RoleModel> ofClients =
        IntStream.range(0, name.length())
            .filter(at -> name.charAt(at) == '.')
            .mapToObj(
                at ->
                    Optional.ofNullable(realm.getClientByClientId(name.substring(0, at)))
                        .map(client -> client.getRole(name.substring(at + 1))))
            .flatMap(Optional::stream);
    return Stream.concat(Stream.ofNullable(realm.getRole(name)), ofClients);
  }

  /** Of the account, of an administrator, or of whoever makes realms. */
  private static boolean isPowerful(RoleModel role) {
    if (role.getContainer() instanceof ClientModel owner) {
      String id = owner.getClientId();
      return id.equals(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)
          || id.equals(Constants.REALM_MANAGEMENT_CLIENT_ID)
          || id.endsWith(OF_REALM);
    }
    return AdminRoles.ADMIN.equals(role.getName())
        || AdminRoles.CREATE_REALM.equals(role.getName());
  }

  private static String roleName(RoleModel role) {
    return role.getContainer() instanceof ClientModel owner
        ? owner.getClientId() + "." + role.getName()
        : role.getName();
  }
}
