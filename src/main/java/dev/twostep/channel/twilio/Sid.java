package dev.twostep.channel.twilio;

import java.util.regex.Pattern;

/** Twilio's own ids of messages and calls. */
final class Sid {

  private static final Pattern FORM = Pattern.compile("(?:SM|MM|CA)[0-9a-fA-F]{32}");

  private Sid() {}

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
