package dev.twostep.keycloak.delivery;

import dev.twostep.application.delivery.Carrier;
import dev.twostep.application.delivery.Gateway;
import dev.twostep.application.delivery.Message;
import dev.twostep.application.delivery.TextMessage;
import dev.twostep.application.delivery.Way;
import dev.twostep.application.delivery.Worded;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.ParsedRoutes;
import dev.twostep.domain.delivery.Routes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

/** The gateways that may take an SMS, in the order of the realm's routes. */
final class SmsWays {

  private static final Logger LOG = Logger.getLogger(SmsWays.class);

  private final KeycloakSession session;
  private final RealmModel realm;
  private final ThemeTexts texts;

  SmsWays(KeycloakSession session, RealmModel realm, ThemeTexts texts) {
    this.texts = texts;
    this.session = session;
    this.realm = realm;
  }

  /** One gateway, opened, and the message that it is handed. */
  private record SmsWay(String gateway, Gateway opened, TextMessage text, Optional<URI> receipts)
      implements Way {

    @Override
    public CompletionStage<Delivery> send(String attempt) {
      return opened.send(
          new TextMessage(
              text.to(), text.words(), receipts.map(at -> URI.create(at + "/" + attempt))));
    }
  }

  Worded word(Message message, Carrier.Heading heading) {
    ParsedRoutes parsed = RealmRoutes.of(realm);
    if (parsed instanceof ParsedRoutes.Valid valid) {
      return ways(valid.routes(), message, heading);
    }
    List<String> problems = ((ParsedRoutes.Invalid) parsed).problems();
    LOG.errorf(
        "realm %s sends no SMS: %s cannot be read: %s",
        realm.getName(), RealmRoutes.ATTRIBUTE, String.join("; ", problems));
    return new Worded.Nowhere(
        new Delivery.Unavailable(RealmRoutes.ATTRIBUTE + " cannot be read: see the log"));
  }

  private Worded ways(Routes routes, Message message, Carrier.Heading heading) {
    PhoneNumber to = PhoneNumber.ofE164(message.address().to());
    List<String> order = routes.order(to, heading.draw(), Set.of());
    if (order.size() > 1) {
      order = routes.order(to, heading.draw(), heading.used().get());
    }
    if (order.isEmpty()) {
      LOG.warnf(
          "realm %s: no entry of %s fits the number %s",
          realm.getName(), RealmRoutes.ATTRIBUTE, to.masked());
      return new Worded.Nowhere(new Delivery.Unavailable("no route for this number"));
    }
    RealmGateways gateways = new RealmGateways(session, realm);
    TextMessage text =
        new TextMessage(
            to,
            new SmsWording(session, realm, texts, heading.base()).words(message),
            Optional.empty());
    return new Worded.Ways(
        order.stream()
            .<Way>map(
                name -> new SmsWay(name, gateways.of(name), text, receipts(name, heading.base())))
            .toList());
  }

  private Optional<URI> receipts(String gateway, Optional<URI> base) {
    return base.map(
        at -> URI.create(Urls.realmIssuer(at, realm.getName()) + "/twostep/receipts/" + gateway));
  }
}
