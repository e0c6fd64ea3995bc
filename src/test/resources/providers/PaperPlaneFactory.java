package org.example.sms;

import dev.twostep.application.delivery.ConfigProblem;
import dev.twostep.application.delivery.TextMessage;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.keycloak.gateway.GatewayAccess;
import dev.twostep.keycloak.gateway.GatewayProvider;
import dev.twostep.keycloak.gateway.GatewayProviderFactory;
import dev.twostep.keycloak.gateway.Opened;
import dev.twostep.keycloak.wiring.Twostep;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.*;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.CompletionStage;
import org.keycloak.models.KeycloakSession;

/** {@code gateway=paper-plane}: a service that wants {@code to=…&text=…} and answers 2xx. */
public final class PaperPlaneFactory implements GatewayProviderFactory {
  @Override
  public String getId() {
    return "paper-plane";
  }

  @Override
  public GatewayProvider create(KeycloakSession session) {
    GatewayAccess access = Twostep.of(session).gatewayAccess();
    return settings -> {
      URI url = URI.create(settings.getOrDefault("url", ""));
      return access.hosts().allows(url)
          ? new Opened.Ready(sms -> send(access.client(), url, sms))
          : new Opened.Invalid(List.of(new ConfigProblem("url", "write an address that the operator allows")));
    };
  }

  private static CompletionStage<Delivery> send(HttpClient client, URI url, TextMessage sms) {
    String form = "to=" + encoded(sms.to().e164()) + "&text=" + encoded(sms.text());
    HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(9))
        .POST(HttpRequest.BodyPublishers.ofString(form)).build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .handle((answer, failure) -> failure != null
            ? new Delivery.Unavailable("no answer", true)
            : answer.statusCode() / 100 == 2
                ? new Delivery.Delivered(Optional.empty())
                : new Delivery.Unavailable("answered " + answer.statusCode()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
