/** The rules by which an account is given an authenticator app. */
@NullMarked
package dev.twostep.domain.enrolment;

import org.jspecify.annotations.NullMarked;
