package dev.twostep.keycloak.notice;

import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The language of whoever reads a notice, who need not be the one who makes the request. */
final class ReaderLanguage {

  private ReaderLanguage() {}

  /** The user's own choice; else what their browser says. */
  static Locale ofOwnRequest(KeycloakSession session, UserModel user) {
    return chosen(session.getContext().getRealm(), user)
        .orElseGet(() -> session.getContext().resolveLocale(user));
  }

  /** The user's own choice; else the realm's. */
  static Locale ofOthersRequest(RealmModel realm, UserModel user) {
    return chosen(realm, user)
        .or(
            () ->
                Optional.ofNullable(realm.getDefaultLocale())
                    .filter(tag -> realm.isInternationalizationEnabled())
                    .map(Locale::forLanguageTag))
        .orElse(Locale.ENGLISH);
  }

  private static Optional<Locale> chosen(RealmModel realm, UserModel user) {
    return Optional.ofNullable(user.getFirstAttribute(UserModel.LOCALE))
        .filter(tag -> realm.isInternationalizationEnabled())
        .filter(tag -> realm.getSupportedLocalesStream().anyMatch(tag::equals))
        .map(Locale::forLanguageTag);
  }
}
