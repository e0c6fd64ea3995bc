package dev.twostep.channel.http;

import dev.twostep.application.delivery.ConfigProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One reading of a realm's attributes; collects every problem before it gives an answer. */
final class ConfigReader {

  private final Map<String, String> attributes;
  private final AllowedHosts hosts;
  private final List<ConfigProblem> problems = new ArrayList<>();

  ConfigReader(Map<String, String> attributes, AllowedHosts hosts) {
    this.attributes = attributes;
    this.hosts = hosts;
  }

  ParsedConfig read() {
    Optional<URI> uri = parsed(HttpSettings.URL, "", this::uri);
    Optional<HttpMethod> method = parsed(HttpSettings.METHOD, "POST", ConfigReader::method);
    Optional<BodyTemplate> body = body();
    Optional<SuccessRule> rule = parsed(HttpSettings.SUCCESS, "2xx", SuccessRule::parse);
    List<HeaderTemplate> headers = headers();
    Optional<String> from = parsed(HttpSettings.FROM, "", ConfigReader::oneLine);
    Optional<Secret> secret = parsed(HttpSettings.SECRET, "", ConfigReader::secret);
    PlaceholderCheck placeholders = PlaceholderCheck.of(headers, body);
    problems.addAll(placeholders.problems(from, secret));
    ReceiptConfig receipts = receipts(placeholders.usesReceipts());
    checkDocumentCanTravel(method, body);
    if (!problems.isEmpty()) {
      return new ParsedConfig.Invalid(problems);
    }
    return new ParsedConfig.Valid(
        new HttpGatewayConfig(
            uri.orElseThrow(),
            method.orElseThrow(),
            headers,
            body.orElseThrow(),
            from.orElseThrow(),
            secret.orElseThrow(),
            rule.orElseThrow(),
            receipts,
            HttpGatewayConfig.LONGEST_SEND));
  }

  private ReceiptConfig receipts(boolean used) {
    ReceiptConfigReader reader = new ReceiptConfigReader(attributes);
    ReceiptConfig receipts = reader.read(used);
    problems.addAll(reader.problems());
    return receipts;
  }

  private void checkDocumentCanTravel(Optional<HttpMethod> method, Optional<BodyTemplate> body) {
    if (method.equals(Optional.of(HttpMethod.GET)) && body.orElse(null) instanceof JsonTemplate) {
      report(HttpSettings.FORMAT, "GET sends no document: write form, or POST as the method");
    }
  }

  private void report(String attribute, String hint) {
    problems.add(new ConfigProblem(attribute, hint));
  }

  /** Runs one parser; its IllegalArgumentException becomes a problem and reading goes on. */
  private <T> Optional<T> parsed(String attribute, String preset, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text(attribute, preset)));
    } catch (IllegalArgumentException e) {
      report(attribute, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private String text(String attribute, String preset) {
    String value = attributes.getOrDefault(attribute, "").strip();
    return value.isEmpty() ? preset : value;
  }

  private URI uri(String text) {
    URI uri = address(text);
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "leave out user, password and #: put the key into " + HttpSettings.HEADERS);
    }
    if (!hosts.allows(uri)) {
      throw new IllegalArgumentException(
          "this host, port and protocol are not on the server's list: ask its operator to add them"
              + " to --spi-twostep--default--gateway-hosts");
    }
    return uri;
  }

  private static URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "write the gateway's address, like https://sms.example.org/send; placeholders belong into "
              + HttpSettings.BODY,
          e);
    }
  }

  private static HttpMethod method(String text) {
    try {
      return HttpMethod.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("write POST, PUT or GET", e);
    }
  }

  private Optional<BodyTemplate> body() {
    String format = text(HttpSettings.FORMAT, "form").toLowerCase(Locale.ROOT);
    return switch (format) {
      case "form" -> parsed(HttpSettings.BODY, "", FormTemplate::parse);
      case "json" -> parsed(HttpSettings.BODY, "", JsonTemplate::parse);
      default -> {
        report(HttpSettings.FORMAT, "write form or json");
        yield Optional.empty();
      }
    };
  }

  private List<HeaderTemplate> headers() {
    List<HeaderTemplate> headers = new ArrayList<>();
    text(HttpSettings.HEADERS, "")
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> header(line).ifPresent(headers::add));
    return headers;
  }

  private Optional<HeaderTemplate> header(String line) {
    int colon = line.indexOf(':');
    HeaderTemplate header =
        colon < 0
            ? new HeaderTemplate("", "")
            : new HeaderTemplate(
                line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    if (!header.isNameUsable() || !HeaderTemplate.isSafe(header.value())) {
      report(
          HttpSettings.HEADERS,
          "write one Name: value per line, in plain ASCII; Host, Content-Length and the like are"
              + " set by the server");
      return Optional.empty();
    }
    return Optional.of(header);
  }

  private static String oneLine(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("write one line");
    }
    return text;
  }

  private static Secret secret(String text) {
    if (text.startsWith("${vault.")) {
      throw new IllegalArgumentException(
          "the server's vault has no such entry: add it there, or correct the name");
    }
    return Secret.of(oneLine(text));
  }
}
