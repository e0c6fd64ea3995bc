package dev.twostep.keycloak.receipt;

import dev.twostep.application.delivery.Callback;
import dev.twostep.application.delivery.Receipt;
import dev.twostep.application.delivery.Tries;
import dev.twostep.keycloak.delivery.GatewaySettings;
import dev.twostep.keycloak.delivery.RealmGateways;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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

  public ReceiptResource(KeycloakSession session, String gateway, String id) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.name = new Tries.Name(realm.getId(), gateway, id);
  }

  /** Answers a known and an unknown message alike. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response take(InputStream body) throws IOException {
    HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
    String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    Optional<String> text = BoundedBody.read(length, body);
    if (text.isEmpty()) {
      return Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE).build();
    }
    Receipt receipt = isNamed() ? read(headers, text.get()) : new Receipt.NotGenuine();
    if (receipt instanceof Receipt.NotGenuine) {
      return Response.status(Response.Status.FORBIDDEN).build();
    }
    Twostep.of(session).takeReceipt().take(name, receipt);
    return Response.noContent().build();
  }

  private boolean isNamed() {
    return TRY.matcher(name.id()).matches()
        && GATEWAY.matcher(name.gateway()).matches()
        && new GatewaySettings(realm).names().contains(name.gateway());
  }

  private Receipt read(HttpHeaders headers, String body) {
    Map<String, List<String>> known = new TreeMap<>();
    headers.getRequestHeaders().forEach((key, all) -> known.put(key.toLowerCase(Locale.ROOT), all));
    Callback callback = new Callback(session.getContext().getUri().getRequestUri(), known, body);
    return new RealmGateways(session, realm).of(name.gateway()).receipt(callback);
  }
}
