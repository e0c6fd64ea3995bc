package dev.twostep.keycloak.wiring;

import dev.twostep.keycloak.store.Books;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * What everything that is done beside the logins works with.
 *
 * @param realmNames the name of a realm with that id
 */
record Means(
    KeycloakSessionFactory sessions,
    Clock clock,
    SendingThreads threads,
    Books books,
    UnaryOperator<String> realmNames) {}
