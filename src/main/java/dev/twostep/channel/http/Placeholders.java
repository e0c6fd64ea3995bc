package dev.twostep.channel.http;

import dev.twostep.application.delivery.TextMessage;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code {to}} and the like in one pass: a text that itself contains {@code {secret}} is not
 * expanded again.
 */
final class Placeholders {

  static final String TO = "to";
  static final String DIGITS = "digits";
  static final String TEXT = "text";
  static final String FROM = "from";
  static final String SECRET = "secret";
  static final String RECEIPT = "receipt";
  static final Set<String> KNOWN = Set.of(TO, DIGITS, TEXT, FROM, SECRET, RECEIPT);

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)\\}");

  private final Map<String, String> values;

  private Placeholders(Map<String, String> values) {
    this.values = values;
  }

  static Placeholders of(HttpGatewayConfig config, TextMessage message) {
    String number = message.to().e164();
    return new Placeholders(
        Map.of(
            TO, number,
            DIGITS, number.substring(1),
            TEXT, message.text(),
            FROM, config.from(),
            SECRET, config.secret().reveal(),
            RECEIPT, message.receipts().map(URI::toString).orElse("")));
  }

  String fill(String template) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }

  static Set<String> usedIn(String template) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(template);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
