/** Offices: one authenticator for many accounts. */
@NullMarked
package dev.twostep.it.office;

import org.jspecify.annotations.NullMarked;
