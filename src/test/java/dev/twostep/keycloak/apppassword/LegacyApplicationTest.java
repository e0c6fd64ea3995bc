package dev.twostep.keycloak.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

class LegacyApplicationTest {

  private final Map<String, Object> client = new HashMap<>();
  private final Map<String, ClientScopeModel> byDefault = new HashMap<>();
  private final Map<String, ClientScopeModel> byRequest = new HashMap<>();
  private final ClientModel account = owner("account");
  private final RoleModel view = role("view-profile", account);

  @Test
  void takesAClientWhoseTokensOpenNothingElse() {
    client.put(
        "getScopeMappingsStream", List.of(role("reader", realm()), role("own", client("x"))));
    assertThat(flaws("calendar")).isEmpty();
    assertThat(LegacyApplication.accepts(realm(), client("calendar"))).isTrue();
    client.put("isEnabled", false);
    assertThat(LegacyApplication.accepts(realm(), client("calendar"))).isFalse();
  }

  @Test
  void anAdministratorHasToNameIt() {
    for (String written : new String[] {"off", "true", "ON", ""}) {
      client.put("getAttribute", written);
      assertThat(LegacyApplication.accepts(realm(), client("calendar"))).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account",
        "account-console",
        "admin-cli",
        "security-admin-console",
        "realm-management",
        "broker",
        "twostep-account",
        "master-realm",
        "acme-realm"
      })
  void neverKeycloaksOwn(String clientId) {
    assertThat(flaws(clientId)).hasSize(1);
    assertThat(LegacyApplication.accepts(realm(), client(clientId))).isFalse();
  }

  @Test
  void neverWithFullScope() {
    client.put("isFullScopeAllowed", true);
    assertThat(flaws("calendar")).singleElement().asString().contains("full scope");
  }

  @Test
  void neverWithARoleOfTheAccountHoweverDeep() {
    RoleModel outer = role("outer", realm(), role("inner", realm(), view));
    for (RoleModel mapped : List.of(view, outer)) {
      client.put("getScopeMappingsStream", List.of(mapped));
      assertThat(flaws("calendar")).singleElement().asString().contains("account.view-profile");
    }
    client.remove("getScopeMappingsStream");
    client.put("getRolesStream", List.of(role("own", client("calendar"), view)));
    assertThat(flaws("calendar")).hasSize(1);
  }

  @Test
  void neverByAClientScopeEvenIfItHasToBeAskedFor() {
    byRequest.put("admin", scope(role("admin", realm())));
    assertThat(flaws("calendar")).singleElement().asString().contains("role admin");
    byRequest.clear();
    byDefault.put("manage", scope(role("manage-users", owner("realm-management"))));
    assertThat(flaws("calendar")).hasSize(1);
    byDefault.put("manage", scope(role("create-realm", realm())));
    assertThat(flaws("calendar")).hasSize(1);
    byDefault.put("manage", scope(role("view-users", owner("acme-realm"))));
    assertThat(flaws("calendar")).hasSize(1);
  }

  @Test
  void neverByAMapperThatWritesARoleIntoEveryToken() {
    ProtocolMapperModel mapper = new ProtocolMapperModel();
    mapper.setProtocolMapper("oidc-hardcoded-role-mapper");
    mapper.setConfig(Map.of("role", "account.view-profile"));
    client.put("getProtocolMappersStream", List.of(mapper));
    assertThat(flaws("calendar")).singleElement().asString().contains("by a mapper");
  }

  private List<String> flaws(String clientId) {
    return LegacyApplication.flaws(realm(), client(clientId));
  }

  private ClientModel client(String clientId) {
    Map<String, Object> answers = new HashMap<>(client);
    answers.putIfAbsent("getClientId", clientId);
    answers.putIfAbsent("isEnabled", true);
    answers.putIfAbsent("getAttribute", "on");
    answers.put("getClientScopes:true", byDefault);
    answers.put("getClientScopes:false", byRequest);
    return fake(ClientModel.class, answers);
  }

  private ClientModel owner(String clientId) {
    return fake(
        ClientModel.class, Map.of("getClientId", clientId, "getRole:view-profile", lazyView()));
  }

  private static RoleModel lazyView() {
    return fake(
        RoleModel.class,
        Map.of(
            "getId", "hardcoded",
            "getName", "view-profile",
            "getContainer", fake(ClientModel.class, Map.of("getClientId", "account"))));
  }

  private RealmModel realm() {
    return fake(RealmModel.class, Map.of("getClientByClientId:account", owner("account")));
  }

  private static ClientScopeModel scope(RoleModel... mapped) {
    return fake(ClientScopeModel.class, Map.of("getScopeMappingsStream", List.of(mapped)));
  }

  private static RoleModel role(String name, Object container, RoleModel... parts) {
    return fake(
        RoleModel.class,
        Map.of(
            "getId", name,
            "getName", name,
            "getContainer", container,
            "isComposite", parts.length > 0,
            "getCompositesStream", List.of(parts)));
  }

  /** Answers what is written down, and for the rest what has nothing in it. */
  private static <T> T fake(Class<T> type, Map<String, ?> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              String argument = arguments == null ? "" : ":" + arguments[0];
              Object answer = answers.get(method.getName() + argument);
              Object known = answer == null ? answers.get(method.getName()) : answer;
              return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                case "toString" -> type.getSimpleName();
                default -> shaped(method.getReturnType(), known);
              };
            }));
  }

  private static Object shaped(Class<?> type, Object known) {
    if (type == Stream.class) {
      return known == null ? Stream.empty() : ((List<?>) known).stream();
    }
    if (known == null && type == boolean.class) {
      return false;
    }
    return known == null && type == Map.class ? Map.of() : known;
  }
}
