package dev.twostep.it.gateways;

import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.gateway.TwilioDouble;
import dev.twostep.fixture.gateway.TwilioEmulator;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.server.KeycloakServer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Keycloak with our jar and two of others, and all gateways that it may call. It ends with the
 * tests' own process.
 */
final class Lab {

  /** Made when the first class asks for it. */
  private static final class Shared {
    static final Lab LAB = new Lab();
  }

  private final TwilioEmulator emulator = TwilioEmulator.start();
  private final TwilioDouble twilio = TwilioDouble.start();
  private final SmsGatewayDouble service = SmsGatewayDouble.start();
  private final KeycloakServer server;
  private final AdminApi admin;

  /** The one of this run: it takes long to start. */
  static Lab shared() {
    return Shared.LAB;
  }

  private Lab() {
    this.server =
        KeycloakServer.development("gateways")
            .shortLived()
            .alsoJar(Providers.paperPlane())
            .alsoJar(Providers.probe())
            .option("--spi-twostep--default--pretend=true")
            .option(
                "--spi-twostep--default--server-key="
                    + Base64.getEncoder().encodeToString(new byte[32]))
            .option(
                "--spi-twostep--default--gateway-hosts="
                    + String.join(",", emulator.url(), twilio.url(), "http://" + service.host()))
            .start();
    this.admin = AdminApi.of(server.url(), KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD);
  }

  TwilioEmulator emulator() {
    return emulator;
  }

  TwilioDouble twilio() {
    return twilio;
  }

  /** A service that wants {@code to} and {@code text}. */
  SmsGatewayDouble service() {
    return service;
  }

  LoginDriver browser() {
    return LoginDriver.at(server.url());
  }

  String log() {
    return server.log();
  }

  /** A realm that is set up, with these attributes. */
  RealmApi realm(String name, Map<String, String> attributes) {
    RealmApi created = bare(name);
    created.setUpTwostep();
    return created.attributes(attributes);
  }

  private RealmApi bare(String name) {
    Map<String, Object> realm = new LinkedHashMap<>();
    realm.put("realm", name);
    realm.put("enabled", true);
    realm.put("sslRequired", "none");
    RealmApi created = admin.createRealm(realm);
    created.createClient(TestEnvironment.CLIENT);
    return created;
  }

  /** A realm with one gateway, in which every login needs a code. */
  RealmApi realm(String name, String kind, Map<String, String> settings) {
    RealmApi created = bare(name);
    created.put("twostep/gateways/sms", Map.of("kind", kind, "settings", settings)).orFail();
    Texted.require(created, "sms,totp");
    return created;
  }
}
