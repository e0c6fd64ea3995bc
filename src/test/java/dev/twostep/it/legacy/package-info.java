/** Old programs that know only a user name and a password. */
@NullMarked
package dev.twostep.it.legacy;

import org.jspecify.annotations.NullMarked;
