/**
 * SMS and calls by Twilio. The only room that mentions {@code com.twilio}: the SDK writes requests
 * and reads answers, our own HTTP client carries them, so that no send holds a thread.
 */
@NullMarked
package dev.twostep.channel.twilio;

import org.jspecify.annotations.NullMarked;
