/** Giving an account a factor: what the pages and required actions of an enrolment need. */
@NullMarked
package dev.twostep.keycloak.enrolment;

import org.jspecify.annotations.NullMarked;
