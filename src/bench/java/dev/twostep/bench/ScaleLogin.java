package dev.twostep.bench;

import java.util.Locale;

/** A kind of login in a realm of some size. */
record ScaleLogin(RealmSize size, Kind kind) {

  /** How users of these realms log in. */
  enum Kind {
    PASSWORD("Keycloak’s own flow, password only"),
    APP("Twostep, authenticator app"),
    SMS("Twostep, SMS");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    /** Even numbers have a phone, odd ones an app. */
    int firstUser() {
      return this == APP ? 3 : 2;
    }

    String client() {
      return this == PASSWORD ? ScaleRealm.PLAIN : Logins.CLIENT;
    }
  }

  String word() {
    return size.realm() + "-" + kind.name().toLowerCase(Locale.ROOT);
  }
}
