/** The composition root: the only place that builds use cases, threads and clocks. */
@NullMarked
package dev.twostep.keycloak.wiring;

import org.jspecify.annotations.NullMarked;
