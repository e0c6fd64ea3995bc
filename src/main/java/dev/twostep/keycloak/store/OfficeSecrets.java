package dev.twostep.keycloak.store;

/** Where the secrets of offices are locked for: none of them opens in another's place. */
public final class OfficeSecrets {

  private OfficeSecrets() {}

  /** The place of a device's secret. */
  public static String place(String device) {
    return "office device " + device;
  }

  /** The place of a secret that is shown to whoever enrols, and not confirmed yet. */
  public static String pending(String device) {
    return "office invite " + device;
  }
}
