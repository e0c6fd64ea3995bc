package dev.twostep.keycloak.notice;

import dev.twostep.keycloak.credential.ContactCredential;
import java.util.Map;
import java.util.Set;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * The one rule against telling twice. Our own pages tell by themselves whatever they add, and mark
 * the event of anything else that they have told already; all other events are told from here.
 */
public final class Told {

  /** The detail of an event whose news are on their way already; its value is {@code true}. */
  public static final String DETAIL = "twostep_told";

  /** The detail of a removal that names the only kind of factor that is left. */
  public static final String LEFT = "twostep_left";

  private static final Set<String> ADDED_BY_OUR_PAGES =
      Set.of(OTPCredentialModel.TYPE, ContactCredential.PHONE, ContactCredential.EMAIL);

  private Told() {}

  static boolean isTold(Event event) {
    Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
    return "true".equals(details.get(DETAIL))
        || (event.getType() == EventType.UPDATE_CREDENTIAL
            && ADDED_BY_OUR_PAGES.contains(details.getOrDefault(Details.CREDENTIAL_TYPE, "")));
  }

  /** Keycloak's pages and its account REST name the credential by two different details. */
  static String credentialIn(Map<String, String> details) {
    return details.getOrDefault(
        Details.CREDENTIAL_ID, details.getOrDefault(Details.SELECTED_CREDENTIAL_ID, ""));
  }
}
