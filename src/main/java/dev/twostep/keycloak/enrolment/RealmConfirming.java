package dev.twostep.keycloak.enrolment;

import dev.twostep.domain.enrolment.Confirming;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** Reads how a realm wants a new authenticator app to be confirmed. */
public final class RealmConfirming {

  /** Set by administrators: {@code sms}, {@code email} or {@code none}. */
  public static final String CONFIRM = "twostep.confirm";

  private static final String GATEWAY = "twostep.sms.gateway";

  private RealmConfirming() {}

  public static Confirming of(RealmModel realm) {
    String gateway = realm.getAttribute(GATEWAY);
    Map<String, String> smtp = realm.getSmtpConfig();
    boolean mail = smtp != null && !smtp.getOrDefault("host", "").isBlank();
    return Confirming.of(
        Optional.ofNullable(realm.getAttribute(CONFIRM)),
        new Confirming.Means(gateway != null && !gateway.isBlank(), mail));
  }
}
