package dev.twostep.keycloak.setup;

import java.util.List;

/** Looks at the realm and changes nothing. */
@FunctionalInterface
interface RealmCheck {

  List<Finding> check();
}
