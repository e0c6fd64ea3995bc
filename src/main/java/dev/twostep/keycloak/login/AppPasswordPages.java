package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorName;
import dev.twostep.keycloak.apppassword.AppPasswordMaking.Outcome;
import dev.twostep.keycloak.apppassword.AppPasswordMaking.Wish;
import dev.twostep.keycloak.apppassword.AppPasswordTerms;
import dev.twostep.keycloak.apppassword.LegacyApplication;
import dev.twostep.keycloak.apppassword.StoredAppPassword;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.utils.FormMessage;

/** The pages on which an app password is made; only one of them ever holds it. */
final class AppPasswordPages {

  private static final String FORM = "twostep-app-password.ftl";
  private static final String MADE = "twostep-app-password-made.ftl";

  private final Exchange exchange;
  private final Pages pages;

  AppPasswordPages(Exchange exchange) {
    this.exchange = exchange;
    this.pages = new Pages(exchange);
  }

  Response refused(String reason) {
    return pages.refused(reason);
  }

  Response form(Wish wish) {
    return pages.show(FORM, shown(wish));
  }

  Response wrong(Wish wish, FormMessage error) {
    return pages.error(FORM, shown(wish), error);
  }

  private Map<String, Object> shown(Wish wish) {
    List<Integer> days = AppPasswordTerms.of(exchange.realm());
    String last = days.get(days.size() - 1).toString();
    Map<String, Object> shown = new HashMap<>();
    shown.put("name", wish.name());
    shown.put("longest", FactorName.LONGEST);
    shown.put("days", days);
    shown.put("chosen", wish.days().isEmpty() ? last : wish.days());
    shown.put(
        "applications",
        LegacyApplication.all(exchange.realm()).stream()
            .map(client -> application(client, wish))
            .toList());
    return shown;
  }

  private static Map<String, Object> application(ClientModel client, Wish wish) {
    return Map.of(
        "id", client.getId(),
        "name", LegacyApplication.nameOf(client),
        "checked", wish.clients().contains(client.getId()));
  }

  /** Keycloak lets no browser keep pages of a login. */
  Response made(Outcome.Made made) {
    StoredAppPassword stored = made.stored();
    Map<String, Object> shown = new HashMap<>();
    shown.put("password", made.password().grouped());
    shown.put("name", stored.name());
    shown.put("user", exchange.user().getUsername());
    shown.put("applications", LegacyApplication.names(exchange.realm(), stored.scope().clients()));
    shown.put(
        "until",
        stored.term().expiresAt().map(at -> new CodePage(exchange).clockTime(at)).orElse(""));
    return pages.show(MADE, shown);
  }

  /** A reload of the page that showed it: nothing is shown or made twice. */
  Response shownAlready() {
    return pages.show(MADE, Map.of("password", ""));
  }
}
