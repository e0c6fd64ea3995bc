package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** SAML applications stand on the same floor as those of OpenID Connect. */
@WithKeycloak
class SamlIT {

  private static final String ENTITY = "http://saml.example.test/";

  private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

  @BeforeAll
  static void makeApplications(RealmApi realm) {
    realm.setUpTwostep();
    realm.createClient(
        Map.of(
            "clientId",
            ENTITY,
            "protocol",
            "saml",
            "redirectUris",
            List.of("*"),
            "attributes",
            Map.of(
                "saml.client.signature", "false",
                "saml_assertion_consumer_url_post", ENTITY + "acs",
                "saml_idp_initiated_sso_url_name", "sso",
                "saml.allow.ecp.flow", "true")));
    user(realm, NewUser.named("d39").withApp(), "required");
    // No authenticator app: Keycloak's own ECP flow asks for that by itself.
    user(realm, NewUser.named("d39-off"), "off");
    user(realm, NewUser.named("d39-ecp").withPhone("+4915100390039"), "required");
  }

  private static void user(RealmApi realm, NewUser user, String requirement) {
    realm.policy("user", realm.createUser(user), Map.of("requirement", requirement));
  }

  @Test
  @AbuseCase("D39")
  @DisplayName("D39: a SAML login is asked, without AuthnContext, with a weak one, not forced")
  void asked(TestEnvironment environment, RealmApi realm) {
    for (String extra : List.of("", context("Password"), context("unspecified"))) {
      Visitor visitor = Visitor.to(environment, realm);
      Page asked = visitor.password(visitor.browser().get(request(realm, extra)), "d39");
      assertThat(Stage.of(asked)).as(extra).isEqualTo(Stage.ASKED);
      assertThat(visitor.code(asked, "000000").has("input[name=SAMLResponse]")).isFalse();
      environment.database().sql("update TWOSTEP_ACCOUNT set STREAKS = ''");
    }
    Visitor visitor = Visitor.to(environment, realm);
    Page asked = visitor.password(visitor.browser().get(request(realm, "")), "d39");
    assertThat(visitor.app(asked, "d39").has("input[name=SAMLResponse]")).isTrue();
  }

  @Test
  @AbuseCase("D39")
  @DisplayName("D39: a login that the identity provider starts is asked, too")
  void providerInitiated(TestEnvironment environment, RealmApi realm) {
    Visitor visitor = Visitor.to(environment, realm);
    String start = "/realms/" + realm.name() + "/protocol/saml/clients/sso";

    assertThat(Stage.of(visitor.password(visitor.browser().get(start), "d39")))
        .isEqualTo(Stage.ASKED);
  }

  @Test
  @AbuseCase("D39")
  @DisplayName("D39: the ECP profile, which can show no page, gives such a user no assertion")
  void ecp(TestEnvironment environment, RealmApi realm) {
    assertThat(ecp(environment, realm, "d39-off")).contains("Assertion");
    assertThat(ecp(environment, realm, "d39-ecp")).doesNotContain("Assertion");
  }

  @Test
  @AbuseCase("D39")
  @DisplayName("D39: docker registry logins do not exist unless the feature is switched on")
  void docker(TestEnvironment environment, RealmApi realm) {
    String path = "/realms/" + realm.name() + "/protocol/docker-v2/auth?service=registry";

    assertThat(environment.newDriver().get(path).status()).isGreaterThanOrEqualTo(400);
  }

  private static String ecp(TestEnvironment environment, RealmApi realm, String username) {
    String soap =
        "<S:Envelope xmlns:S=\""
            + ENVELOPE
            + "\"><S:Body>"
            + authnRequest(realm, "PAOS", "")
            + "</S:Body></S:Envelope>";
    String basic =
        Base64.getEncoder()
            .encodeToString((username + ":" + NewUser.PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(environment.url().resolve(endpoint(realm)))
            .header("Content-Type", "text/xml")
            .header("Authorization", "Basic " + basic)
            .POST(HttpRequest.BodyPublishers.ofString(soap))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String endpoint(RealmApi realm) {
    return "/realms/" + realm.name() + "/protocol/saml";
  }

  private static String request(RealmApi realm, String extra) {
    String query =
        AdminApi.form(Map.of("SAMLRequest", deflated(authnRequest(realm, "HTTP-POST", extra))));
    return URI.create(endpoint(realm)) + "?" + query;
  }

  private static String context(String name) {
    return "<samlp:RequestedAuthnContext Comparison=\"minimum\"><saml:AuthnContextClassRef>"
        + "urn:oasis:names:tc:SAML:2.0:ac:classes:"
        + name
        + "</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>";
  }

  private static String authnRequest(RealmApi realm, String binding, String extra) {
    return "<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\""
        + " xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"id-"
        + Integer.toHexString(realm.name().hashCode())
        + "\" Version=\"2.0\" ForceAuthn=\"false\" IssueInstant=\""
        + Instant.now().truncatedTo(ChronoUnit.SECONDS)
        + "\" ProtocolBinding=\"urn:oasis:names:tc:SAML:2.0:bindings:"
        + binding
        + "\"><saml:Issuer>"
        + ENTITY
        + "</saml:Issuer>"
        + extra
        + "</samlp:AuthnRequest>";
  }

  private static String deflated(String xml) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
      out.write(xml.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
