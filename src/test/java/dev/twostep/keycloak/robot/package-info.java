/** What is checked of robots. */
@NullMarked
package dev.twostep.keycloak.robot;

import org.jspecify.annotations.NullMarked;
