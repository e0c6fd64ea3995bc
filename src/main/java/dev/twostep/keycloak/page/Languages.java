package dev.twostep.keycloak.page;

import org.jspecify.annotations.Nullable;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.locale.LocaleUpdaterProvider;

/** The language that a visitor picks on a page of ours; remembered as on the login pages. */
record Languages(Visit visit) {

  void chosen(@Nullable String locale) {
    boolean offered =
        locale != null
            && visit.realm().isInternationalizationEnabled()
            && visit.realm().getSupportedLocalesStream().anyMatch(locale::equals);
    if (offered) {
      visit.session().setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, locale);
      visit
          .session()
          .getProvider(LocaleUpdaterProvider.class)
          .updateUsersLocale(visit.user(), locale);
    }
  }
}
