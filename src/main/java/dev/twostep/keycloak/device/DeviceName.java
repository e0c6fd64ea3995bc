package dev.twostep.keycloak.device;

import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.account.DeviceRepresentation;

/** What a browser is called, such as "Chrome on Windows". */
final class DeviceName {

  private static final String UNKNOWN = "Browser";
  private static final int LONGEST = 100;

  private DeviceName() {}

  static String of(KeycloakSession session) {
    DeviceRepresentation seen =
        session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation();
    return seen == null ? UNKNOWN : of(seen);
  }

  static String of(DeviceRepresentation seen) {
    String browser = seen.getBrowser() == null ? "" : seen.getBrowser().replaceFirst("/.*", "");
    String system = seen.getOs() == null ? "" : seen.getOs();
    String named = isKnown(browser) ? browser : UNKNOWN;
    String name = isKnown(system) ? named + " on " + system : named;
    return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
  }

  private static boolean isKnown(String part) {
    return !part.isBlank() && !part.equals("Other") && !part.equals(DeviceRepresentation.UNKNOWN);
  }
}
