package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Logins through an identity provider, played by a second realm that claims whatever it likes. */
@WithKeycloak
class IdentityProviderIT {

  private static RealmApi partner;

  @BeforeAll
  static void connectPartner(TestEnvironment environment, RealmApi realm) {
    partner = environment.newRealm("partner");
    partner.createClient(
        Map.of(
            "clientId",
            "relying-realm",
            "secret",
            "broker-secret",
            "redirectUris",
            List.of("*"),
            "protocolMappers",
            List.of(
                claim("amr", "[\"pwd\",\"mfa\",\"otp\"]", "JSON"),
                claim("acr", "2", "String"),
                claim("mfa", "true", "boolean"),
                claim("twostep.requirement", "off", "String"))));
    realm.post("identity-provider/instances", provider(environment)).orFail();
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
  }

  private static Map<String, Object> claim(String name, String value, String type) {
    return Map.of(
        "name",
        name,
        "protocol",
        "openid-connect",
        "protocolMapper",
        "oidc-hardcoded-claim-mapper",
        "config",
        Map.of(
            "claim.name",
            name.replace(".", "\\."),
            "claim.value",
            value,
            "jsonType.label",
            type,
            "id.token.claim",
            "true",
            "access.token.claim",
            "true",
            "userinfo.token.claim",
            "true"));
  }

  private static Map<String, Object> provider(TestEnvironment environment) {
    String base = environment.url() + "/realms/" + partner.name() + "/protocol/openid-connect/";
    Map<String, String> config = new HashMap<>();
    config.put("clientId", "relying-realm");
    config.put("clientSecret", "broker-secret");
    config.put("clientAuthMethod", "client_secret_post");
    config.put("authorizationUrl", base + "auth");
    config.put("tokenUrl", base + "token");
    config.put("userInfoUrl", base + "userinfo");
    config.put("issuer", environment.url() + "/realms/" + partner.name());
    config.put("useJwksUrl", "true");
    config.put("jwksUrl", base + "certs");
    config.put("validateSignature", "true");
    config.put("defaultScope", "openid profile email");
    config.put("syncMode", "FORCE");
    return Map.of(
        "alias",
        "partner",
        "providerId",
        "oidc",
        "enabled",
        true,
        "trustEmail",
        true,
        "config",
        config);
  }

  @Test
  @AbuseCase({"D13", "D14"})
  @DisplayName("D13, D14: a brokered login is asked, whatever amr, acr or mfa the provider claims")
  void asksAfterProvider(TestEnvironment environment, RealmApi realm) {
    link(realm, realm.createUser(NewUser.named("d13").withApp()), "d13");
    Visitor visitor = Visitor.to(environment, realm);
    Page asked = through(visitor, visitor.open("app"), "d13");

    assertThat(Stage.of(asked)).as(asked.text()).isEqualTo(Stage.ASKED);
    assertThat(visitor.open("app", Map.of("prompt", "none")).error()).hasValue("login_required");
    assertThat(Stage.of(visitor.app(asked, "d13"))).isEqualTo(Stage.IN);
  }

  @Test
  @AbuseCase({"D13", "D42"})
  @DisplayName("D13, D42: requesting the guard itself as an action does not switch it off")
  void guardRequestedAsAction(TestEnvironment environment, RealmApi realm) {
    link(realm, realm.createUser(NewUser.named("clever").withApp()), "clever");
    Visitor visitor = Visitor.to(environment, realm);
    Page form = visitor.open("app", Map.of("kc_action", "twostep-second-step-guard"));

    Page asked = through(visitor, form, "clever");

    assertThat(Stage.of(asked)).isEqualTo(Stage.ASKED);
    assertThat(visitor.press(asked, Map.of("cancel-aia", "true")).isCallback()).isFalse();
  }

  @Test
  @AbuseCase("D14")
  @DisplayName("D14: a provider's claim of a policy attribute is not the user's policy")
  void claimIsNoPolicy(TestEnvironment environment, RealmApi realm) {
    partner.createUser(NewUser.named("d14"));
    Visitor visitor = Visitor.to(environment, realm);
    Page enrol = through(visitor, visitor.open("app"), "d14");

    assertThat(Stage.of(enrol)).as(enrol.text()).isEqualTo(Stage.ENROL);
    assertThat(realm.userNamed("d14").path("attributes").has("twostep.requirement")).isFalse();
  }

  @Test
  @AbuseCase("D21")
  @DisplayName("D21: what was settled for one user of a login does not hold for the next")
  void anotherUserInSameLogin(TestEnvironment environment, RealmApi realm) {
    link(realm, realm.createUser(NewUser.named("d21").withApp()), "d21");
    realm.policy("user", realm.createUser(NewUser.named("own")), Map.of("requirement", "off"));
    Flows.application(
        realm,
        "twice",
        List.of(
            new Flows.Element("auth-username-password-form", "REQUIRED"),
            new Flows.Element("twostep-second-step", "REQUIRED"),
            new Flows.Element("auth-password-form", "REQUIRED")));
    Visitor visitor = Visitor.to(environment, realm);
    Page form = visitor.open("twice");
    String provider = form.document().selectFirst("#social-partner").absUrl("href");
    Page settled = visitor.password(form, "own");
    assertThat(settled.has("input[name=username]")).as(settled.text()).isFalse();
    Page there =
        visitor
            .browser()
            .get(provider.replaceAll("session_code=[^&]*", "session_code=" + codeOf(settled)));

    Page asked = visitor.password(there, "d21");

    assertThat(asked.isCallback()).isFalse();
    assertThat(Stage.of(asked)).as(asked.text()).isEqualTo(Stage.ASKED);
  }

  @Test
  @AbuseCase("D15")
  @DisplayName("D15: linking to an existing account needs that account's own factor first")
  void linkingNeedsOwnFactor(TestEnvironment environment, RealmApi realm) {
    String victim = realm.createUser(NewUser.named("victim").withPhone("+4915100150015"));
    partner.createUser(NewUser.named("victim"));
    Visitor visitor = Visitor.to(environment, realm);
    Page confirm = through(visitor, visitor.open("app"), "victim");
    assertThat(confirm.has("#linkAccount")).as(confirm.text()).isTrue();
    Page verify = visitor.browser().submit(confirm, Map.of("submitAction", "linkAccount"));
    Page another = visitor.browser().submit(verify, Map.of("tryAnotherWay", "on"));
    Page password = another.has("input[name=password]") ? another : byPassword(visitor, another);
    Page asked = visitor.browser().submit(password, Map.of("password", NewUser.PASSWORD));

    assertThat(Stage.of(asked)).as(asked.text()).isEqualTo(Stage.ASKED);
    assertThat(realm.get("users/" + victim + "/federated-identity").orFail().json()).isEmpty();
    assertThat(visitor.open("app", Map.of("prompt", "none")).error()).hasValue("login_required");
  }

  private static String codeOf(Page page) {
    return page.form().absUrl("action").replaceAll(".*[?&]session_code=([^&]*).*", "$1");
  }

  private static Page byPassword(Visitor visitor, Page selection) {
    String execution =
        selection
            .document()
            .select("li:contains(Password) input[name=authenticationExecution]")
            .val();
    assertThat(execution).as(selection.text()).isNotEmpty();
    return visitor.browser().submit(selection, Map.of("authenticationExecution", execution));
  }

  private static void link(RealmApi realm, String userId, String username) {
    String there = partner.createUser(NewUser.named(username));
    realm
        .post(
            "users/" + userId + "/federated-identity/partner",
            Map.of("identityProvider", "partner", "userId", there, "userName", username))
        .orFail();
  }

  private static Page through(Visitor visitor, Page form, String username) {
    Page there =
        visitor.browser().get(form.document().selectFirst("#social-partner").absUrl("href"));
    return visitor.password(there, username);
  }
}
