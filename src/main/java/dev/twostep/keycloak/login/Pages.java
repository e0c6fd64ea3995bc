package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** Renders the templates; each gets one attribute, {@code twostep}, with what it shows. */
final class Pages {

  private static final String SAID = "twostep.said";

  private final Exchange exchange;

  Pages(Exchange exchange) {
    this.exchange = exchange;
  }

  /** A page with no message. */
  Response show(String template, Map<String, Object> shown) {
    return form(shown).createForm(template);
  }

  /** A page with an error at one field. */
  Response error(String template, Map<String, Object> shown, FormMessage error) {
    return form(shown).addError(error).createForm(template);
  }

  /** A page with an error that belongs to no field. */
  Response alert(String template, Map<String, Object> shown, FormMessage error) {
    return form(shown).setError(error.getMessage(), error.getParameters()).createForm(template);
  }

  /** The list of ways from which the user chooses. */
  Response choose(String purpose, List<Map<String, Object>> options) {
    return show("twostep-choose.ftl", Map.of("purpose", purpose, "options", options));
  }

  /** No login; {@code reason} ends a message key of that name. */
  Response refused(String reason) {
    return show("twostep-refused.ftl", Map.of("reason", reason));
  }

  /** The set-up of an app cannot go on; the login or the request that led to it may. */
  Response appRefused(String reason) {
    return show("twostep-refused.ftl", Map.of("reason", reason, "title", "twostepAppRefusedTitle"));
  }

  static FormMessage message(String field, String key, Object... parameters) {
    return new FormMessage(field, key, parameters);
  }

  /** Whole seconds until then, at least {@code 0}; rounded up, so that a countdown never lies. */
  static int secondsUntil(Instant until, Instant now) {
    Duration left = Duration.between(now, until);
    return left.isNegative() ? 0 : Math.toIntExact(left.plusMillis(999).toSeconds());
  }

  static Map<String, Object> option(FactorKind kind, String hint) {
    return Map.of("kind", kind.word(), "hint", hint);
  }

  /** What the next page of this request says besides, unless it has an error to say. */
  static void say(Exchange exchange, String key) {
    exchange.session().setAttribute(SAID, key);
  }

  private LoginFormsProvider form(Map<String, Object> shown) {
    LoginFormsProvider form = exchange.form().setAttribute("twostep", new HashMap<>(shown));
    Object said = exchange.session().getAttribute(SAID);
    return said == null ? form : form.setInfo(said.toString());
  }
}
