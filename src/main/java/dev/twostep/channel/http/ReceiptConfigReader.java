package dev.twostep.channel.http;

import dev.twostep.application.delivery.ConfigProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the settings of receipts; collects every problem before it gives an answer. */
final class ReceiptConfigReader {

  private final Map<String, String> settings;
  private final List<ConfigProblem> problems = new ArrayList<>();

  ReceiptConfigReader(Map<String, String> settings) {
    this.settings = settings;
  }

  List<ConfigProblem> problems() {
    return problems;
  }

  /**
   * @param used whether a template gives the service an address for receipts
   */
  ReceiptConfig read(boolean used) {
    Optional<Secret> secret = parsed(ReceiptSettings.SECRET, ReceiptConfigReader::secret);
    Optional<StatusRule> status = parsed(ReceiptSettings.STATUS, StatusRule::parse);
    Optional<Place> id = parsed(ReceiptSettings.ID, Place::parse);
    Optional<Place> price = parsed(ReceiptSettings.PRICE, Place::parse);
    Optional<Place> reference = parsed(ReceiptSettings.REFERENCE, ReceiptConfigReader::pointer);
    String header = text(ReceiptSettings.HEADER);
    if (!header.isEmpty() && !new HeaderTemplate(header, "").isNameUsable()) {
      report(ReceiptSettings.HEADER, "write the name of a header, like X-Signature");
    }
    checkComplete(used);
    String name = header.isEmpty() ? ReceiptSignature.PRESET_HEADER : header;
    return new ReceiptConfig(
        secret.flatMap(
            key ->
                status.map(
                    rule -> new ReceiptReader(new ReceiptSignature(name, key), rule, id, price))),
        reference);
  }

  private void checkComplete(boolean used) {
    boolean signed = !text(ReceiptSettings.SECRET).isEmpty();
    if (used && !signed) {
      report(
          ReceiptSettings.SECRET,
          "{receipt} is used: write ${vault.key} or the key by which the service signs receipts");
    }
    if (signed && text(ReceiptSettings.STATUS).isEmpty()) {
      report(
          ReceiptSettings.STATUS,
          "receipts are signed: write what they say, like /status delivered=ok failed=lost");
    }
  }

  private <T> Optional<T> parsed(String setting, Function<String, T> parser) {
    String text = text(setting);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text));
    } catch (IllegalArgumentException e) {
      report(setting, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private String text(String setting) {
    return settings.getOrDefault(setting, "").strip();
  }

  private void report(String setting, String hint) {
    problems.add(new ConfigProblem(setting, hint));
  }

  private static Secret secret(String text) {
    if (text.startsWith("${vault.")) {
      throw new IllegalArgumentException(
          "the server's vault has no such entry: add it there, or correct the name");
    }
    return Secret.of(text);
  }

  private static Place pointer(String text) {
    Place place = Place.parse(text);
    if (!place.isPointer()) {
      throw new IllegalArgumentException("write /field/of/the/answer");
    }
    return place;
  }
}
