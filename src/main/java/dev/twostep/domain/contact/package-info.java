/** Where messages go: phone numbers and e-mail addresses, masked whenever they are printed. */
@NullMarked
package dev.twostep.domain.contact;

import org.jspecify.annotations.NullMarked;
