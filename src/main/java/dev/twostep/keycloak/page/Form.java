package dev.twostep.keycloak.page;

import org.keycloak.models.KeycloakSession;

/** The posted form of this request. */
record Form(KeycloakSession session) {

  /** Empty text if it has no such field. */
  String text(String name) {
    String value = session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(name);
    return value == null ? "" : value;
  }

  boolean holds(String name) {
    return !text(name).isEmpty();
  }

  /** A few digits; 0 for anything else. */
  int number(String name) {
    return text(name).matches("\\d{1,4}") ? Integer.parseInt(text(name)) : 0;
  }
}
