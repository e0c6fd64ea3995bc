package dev.twostep.channel.twilio;

import dev.twostep.application.delivery.TextMessage;
import java.util.Locale;
import java.util.Map;

/** What a call says, as TwiML: the spoken words twice, and nothing that they could add to it. */
final class VoiceScript {

  /** Twilio's voices want a country, too. */
  private static final Map<String, String> VOICES =
      Map.of(
          "de", "de-DE", "en", "en-US", "nl", "nl-NL", "fr", "fr-FR", "es", "es-ES", "it", "it-IT",
          "da", "da-DK", "sv", "sv-SE", "pl", "pl-PL", "pt", "pt-PT");

  private VoiceScript() {}

  static String of(TextMessage.Words words) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Say language=\""
        + escaped(voice(words.locale()))
        + "\" loop=\"2\">"
        + escaped(words.spoken())
        + "</Say></Response>";
  }

  private static String voice(Locale locale) {
    String tag = locale.toLanguageTag();
    return VOICES.getOrDefault(tag, tag);
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().filter(VoiceScript::isXml).forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    switch (c) {
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '&' -> safe.append("&amp;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&apos;");
      default -> safe.appendCodePoint(c);
    }
  }

  /** The characters of XML 1.0, without its controls. */
  private static boolean isXml(int c) {
    return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000 || c == '\n';
  }
}
