package dev.twostep.theme;

import freemarker.template.TemplateMethodModelEx;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.keycloak.forms.login.MessageType;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.keycloak.theme.beans.MessagesPerFieldBean;

/** What Keycloak gives every login page, as far as its layouts and our pages ask for it. */
final class Surroundings {

  /** Keys that Keycloak's layouts use without having a text for them. */
  private static final Set<String> KEYCLOAKS_OWN_GAPS = Set.of("languages");

  private Surroundings() {}

  static Map<String, Object> of(Look look, Locale language, Page page) {
    Properties texts = Texts.withKeycloaks(language, "login");
    Map<String, Object> model = new HashMap<>(page.model());
    model.put("msg", strictMessages(texts, language));
    model.put("properties", look.properties());
    model.put("messagesPerField", errors(texts, page));
    model.put("kcSanitize", (TemplateMethodModelEx) arguments -> arguments.get(0).toString());
    model.put("url", urls());
    model.put("realm", realm());
    model.put("locale", locales(language));
    model.put("auth", authentication());
    model.put("lang", language.getLanguage());
    model.put("darkMode", look == Look.V2);
    model.put("title", "Acme");
    model.put("pageId", page.template().replace(".ftl", ""));
    model.computeIfPresent(
        "message",
        (name, key) ->
            key.equals("")
                ? Map.of("type", "error")
                : Map.of("type", "info", "summary", texts.get(key)));
    return model;
  }

  /** Keycloak's own method, but an unknown key is an error instead of its own text. */
  static TemplateMethodModelEx strictMessages(Properties texts, Locale language) {
    MessageFormatterMethod keycloaks = new MessageFormatterMethod(language, texts);
    return arguments -> {
      String key = arguments.get(0).toString();
      if (!texts.containsKey(key) && !KEYCLOAKS_OWN_GAPS.contains(key)) {
        throw new IllegalArgumentException("no text for " + key + " in " + language);
      }
      return keycloaks.exec(arguments);
    };
  }

  private static MessagesPerFieldBean errors(Properties texts, Page page) {
    MessagesPerFieldBean errors = new MessagesPerFieldBean();
    page.errors()
        .forEach(
            (field, key) -> errors.addMessage(field, texts.getProperty(key), MessageType.ERROR));
    return errors;
  }

  private static Map<String, Object> realm() {
    return Map.of(
        "internationalizationEnabled", true,
        "loginWithEmailAllowed", true,
        "registrationEmailAsUsername", false,
        "displayNameHtml", "Acme");
  }

  private static Map<String, Object> urls() {
    return Map.of(
        "loginAction", "/realms/acme/login-actions/authenticate?session_code=s&tab_id=t",
        "loginRestartFlowUrl", "/realms/acme/login-actions/restart?tab_id=t",
        "resourcesPath", "/resources/tag/login/any",
        "resourcesCommonPath", "/resources/tag/common/keycloak",
        "ssoLoginInOtherTabsUrl", "/realms/acme/login-actions/restart");
  }

  private static Map<String, Object> locales(Locale language) {
    return Map.of(
        "rtl", false,
        "current", language.getDisplayLanguage(language),
        "currentLanguageTag", language.toLanguageTag(),
        "supported", List.of(locale("en", "English"), locale("de", "Deutsch")));
  }

  private static Map<String, Object> locale(String tag, String label) {
    return Map.of("url", "?kc_locale=" + tag, "label", label, "languageTag", tag);
  }

  private static Map<String, Object> authentication() {
    return Map.of(
        "showUsername", answer(true),
        "showResetCredentials", answer(false),
        "showTryAnotherWayLink", answer(false),
        "attemptedUsername", "anna");
  }

  private static TemplateMethodModelEx answer(boolean value) {
    return arguments -> value;
  }
}
