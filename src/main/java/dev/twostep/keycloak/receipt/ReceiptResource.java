package dev.twostep.keycloak.receipt;

import dev.twostep.application.delivery.Callback;
import dev.twostep.application.delivery.Receipt;
import dev.twostep.application.delivery.Tries;
import dev.twostep.keycloak.delivery.GatewaySettings;
import dev.twostep.keycloak.delivery.RealmGateways;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
  private final Tries.Name name;

  private ReceiptResource(KeycloakSession session, String gateway, String id) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.name = new Tries.Name(realm.getId(), gateway, id);
  }

  /** The receipt of that try, unless the request says itself that it is too long for one. */
  public static ReceiptResource of(KeycloakSession session, String gateway, String id) {
    if (BoundedBody.isTooLong(headers(session).getHeaderString(HttpHeaders.CONTENT_LENGTH))) {
      throw new WebApplicationException(tooLong());
    }
    return new ReceiptResource(session, gateway, id);
  }

  /**
   * Answers a known and an unknown message alike.
   *
   * @param unused Keycloak's server reads forms ahead; a field in the signature makes it leave the
   *     bytes, which are what was signed
   */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response take(@FormParam("status") @Nullable String unused, InputStream body)
      throws IOException {
    Optional<String> text = BoundedBody.read(body);
    if (text.isEmpty()) {
      return tooLong();
    }
    Receipt receipt = isNamed() ? read(text.get()) : new Receipt.NotGenuine();
    if (receipt instanceof Receipt.NotGenuine) {
      return Response.status(Response.Status.FORBIDDEN).build();
    }
    Twostep.of(session).takeReceipt().take(name, receipt);
    return Response.noContent().build();
  }

  private static Response tooLong() {
    return Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE)
        .type(MediaType.TEXT_PLAIN)
        .entity("A receipt has at most " + BoundedBody.MOST_BYTES + " bytes.")
        .build();
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
