/** Passes that administrators hand out: issued once, checked within the account's budget. */
@NullMarked
package dev.twostep.application.pass;

import org.jspecify.annotations.NullMarked;
