/** Users bind authenticator apps, and strangers try to. */
@NullMarked
package dev.twostep.it.bind;

import org.jspecify.annotations.NullMarked;
