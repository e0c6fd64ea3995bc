/**
 * SMS by any HTTP service, described by a realm's attributes. What a realm may call is limited by a
 * list of the server's operator; nothing in here prints a number, a text, a secret or an answer.
 */
@NullMarked
package dev.twostep.channel.http;

import org.jspecify.annotations.NullMarked;
