package dev.twostep.keycloak.setup;

import dev.twostep.domain.delivery.ParsedRoutes;
import dev.twostep.keycloak.delivery.GatewaySettings;
import dev.twostep.keycloak.delivery.RealmRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.keycloak.models.RealmModel;

/** Settings of the realm and the server without which the second step works badly or not at all. */
record SettingsCheck(RealmModel realm, String host, BooleanSupplier serverKeyPresent)
    implements RealmCheck {

  static final String REQUIREMENT = "twostep.requirement";
  private static final String GATEWAY = "twostep.sms.gateway";

  /** With a longer one, the last line of an SMS ("@host #code") no longer fits its one segment. */
  private static final int LONGEST_HOST = 40;

  @Override
  public List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    delivery(findings);
    protection(findings);
    pages(findings);
    return findings;
  }

  private void delivery(List<Finding> findings) {
    if (!serverKeyPresent.getAsBoolean()) {
      findings.add(
          Finding.warning(
              "The server key is missing: no code can be made.",
              "Start the server with --spi-twostep--default--server-key=<at least 32 bytes,"
                  + " base64>, the same on every node."));
    }
    if (new GatewaySettings(realm).names().isEmpty()) {
      findings.add(
          Finding.warning(
              "No SMS gateway is configured: SMS codes cannot be sent.",
              "Set the realm attribute " + GATEWAY + " to http, and the others of twostep.sms."));
    }
    if (RealmRoutes.of(realm) instanceof ParsedRoutes.Invalid unreadable) {
      findings.add(
          Finding.warning(
              RealmRoutes.ATTRIBUTE + " cannot be read: no SMS is sent in this realm.",
              String.join("; ", unreadable.problems())));
    }
    if (!hasMailServer()) {
      findings.add(
          Finding.warning(
              "No mail server is configured: e-mail codes cannot be sent.",
              "Fill in Realm settings, Email."));
    }
  }

  private void protection(List<Finding> findings) {
    if (!realm.isBruteForceProtected()) {
      findings.add(
          Finding.warning(
              "Brute force detection is off: passwords may be guessed without limit.",
              "Switch it on under Realm settings, Security defenses. Codes have limits of their"
                  + " own."));
    }
  }

  private void pages(List<Finding> findings) {
    if (host.length() > LONGEST_HOST) {
      findings.add(
          Finding.warning(
              "The host name " + host + " has more than " + LONGEST_HOST + " characters.",
              "SMS codes are sent without their last line, so browsers do not offer to fill them"
                  + " in. Give the realm a shorter frontend URL."));
    }
    if (!realm.isInternationalizationEnabled()) {
      findings.add(
          Finding.warning(
              "Internationalization is off: all pages and messages are in one language.",
              "Switch it on under Realm settings, Localization; Twostep speaks de, en and nl."));
    }
  }

  private boolean hasMailServer() {
    Map<String, String> smtp = realm.getSmtpConfig();
    return smtp != null && !smtp.getOrDefault("host", "").isBlank();
  }
}
