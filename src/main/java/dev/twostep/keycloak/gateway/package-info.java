/**
 * The kinds of SMS gateway, a Keycloak SPI ({@code twostep-gateway}): another jar in {@code
 * providers/} adds a kind by a {@link dev.twostep.keycloak.gateway.GatewayProviderFactory}.
 */
@NullMarked
package dev.twostep.keycloak.gateway;

import org.jspecify.annotations.NullMarked;
