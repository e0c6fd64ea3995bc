/** App passwords: drawn once, checked at every sign-in of an old application. */
@NullMarked
package dev.twostep.application.apppassword;

import org.jspecify.annotations.NullMarked;
