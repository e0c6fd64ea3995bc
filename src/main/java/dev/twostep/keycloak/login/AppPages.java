package dev.twostep.keycloak.login;

import dev.twostep.domain.enrolment.Confirming;
import dev.twostep.domain.enrolment.KeyUri;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.credential.UsableFactors;
import dev.twostep.keycloak.enrolment.AppIssuer;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.enrolment.RealmConfirming;
import dev.twostep.keycloak.enrolment.ShownKey;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel.RequiredAction;

/** The pages around the codes: what will happen, the secret, and that it is done. */
final class AppPages {

  private final Exchange exchange;
  private final Map<String, Object> basics;
  private final Pages pages;

  AppPages(Exchange exchange, Map<String, Object> basics) {
    this.exchange = exchange;
    this.basics = basics;
    this.pages = new Pages(exchange);
  }

  Turn start() {
    Map<String, Object> shown = new HashMap<>(basics);
    shown.put(
        "confirm",
        RealmConfirming.of(exchange.realm()) instanceof Confirming.By by
            ? by.channel().word()
            : "none");
    return new Turn.Show(pages.show("twostep-app-start.ftl", shown));
  }

  Turn scan(PendingApp app) {
    AppKey key = app.key(() -> AppKey.fresh(exchange.realm().getOTPPolicy()));
    KeyUri uri = key.uri(AppIssuer.entry(exchange.session(), exchange.realm(), exchange.user()));
    Map<String, Object> shown = new HashMap<>(basics);
    shown.putAll(ShownKey.of(uri));
    return new Turn.Show(pages.show("twostep-app-scan.ftl", shown));
  }

  Turn bound() {
    return new Turn.Show(
        pages.show("twostep-app-bound.ftl", Map.of("recovery", offersRecoveryCodes())));
  }

  /**
   * They are worth offering where policy takes them, the realm makes them and the user has none.
   */
  boolean offersRecoveryCodes() {
    RequiredActionProviderModel action =
        exchange
            .realm()
            .getRequiredActionProviderByAlias(RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES.name());
    return action != null
        && action.isEnabled()
        && new Situation(exchange)
            .decision()
            .explanation()
            .terms()
            .factors()
            .contains(FactorKind.RECOVERY_CODES)
        && !new UsableFactors(exchange.session(), exchange.realm(), exchange.user())
            .kinds()
            .contains(FactorKind.RECOVERY_CODES);
  }
}
