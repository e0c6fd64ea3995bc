/** The use cases of an enrolment, on a ledger in memory. */
@NullMarked
package dev.twostep.application.enrolment;

import org.jspecify.annotations.NullMarked;
