package dev.twostep.keycloak.receipt;

import dev.twostep.application.delivery.Callback;
import dev.twostep.application.delivery.Receipt;
import dev.twostep.application.delivery.TryLog;
import dev.twostep.keycloak.delivery.GatewaySettings;
import dev.twostep.keycloak.delivery.RealmGateways;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * {@code receipts/{gateway}/{try}}: what a service calls back with. The cheap questions come first;
 * nobody but the service itself makes the database work.
 */
public final class ReceiptResource {

  private static final Pattern TRY = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern GATEWAY = Pattern.compile("[a-z0-9-]{1,36}");

  private final KeycloakSession session;
  private final RealmModel realm;
  private final TryLog.Name name;

  private ReceiptResource(KeycloakSession session, String gateway, String id) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.name = new TryLog.Name(realm.getId(), gateway, id);
  }

  /** The receipt of that try, unless the request is too long for one: asked before it is read. */
  public static ReceiptResource of(KeycloakSession session, String gateway, String id) {
    BodyLength.of(headers(session).getHeaderString(HttpHeaders.CONTENT_LENGTH))
        .refusal()
        .ifPresent(
            status -> {
              throw new WebApplicationException(refused(status));
            });
    return new ReceiptResource(session, gateway, id);
  }

  private static Response refused(Response.Status status) {
    return Response.status(status)
        .type(MediaType.TEXT_PLAIN)
        .entity("A receipt says its length: at most " + BodyLength.MOST_BYTES + " bytes.")
        .build();
  }

  /**
   * Answers a known and an unknown message alike.
   *
   * @param body all of it: of a stream Keycloak's server takes the form out, and what was signed is
   *     the bytes
   */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response take(byte[] body) {
    Receipt receipt =
        isNamed() ? read(new String(body, StandardCharsets.UTF_8)) : new Receipt.NotGenuine();
    if (receipt instanceof Receipt.NotGenuine) {
      return Response.status(Response.Status.FORBIDDEN).build();
    }
    Twostep.of(session).takeReceipt().take(name, receipt);
    return Response.noContent().build();
  }

  private static HttpHeaders headers(KeycloakSession session) {
    return session.getContext().getHttpRequest().getHttpHeaders();
  }

  private boolean isNamed() {
    return TRY.matcher(name.id()).matches()
        && GATEWAY.matcher(name.gateway()).matches()
        && new GatewaySettings(realm).names().contains(name.gateway());
  }

  private Receipt read(String body) {
    Map<String, List<String>> known = new TreeMap<>();
    headers(session)
        .getRequestHeaders()
        .forEach((key, all) -> known.put(key.toLowerCase(Locale.ROOT), all));
    Callback callback = new Callback(session.getContext().getUri().getRequestUri(), known, body);
    return new RealmGateways(session, realm).of(name.gateway()).receipt(callback);
  }
}
