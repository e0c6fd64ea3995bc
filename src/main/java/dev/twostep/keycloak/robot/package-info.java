/** The address of robots that log in to portals for users, and what is checked of each request. */
@NullMarked
package dev.twostep.keycloak.robot;

import org.jspecify.annotations.NullMarked;
