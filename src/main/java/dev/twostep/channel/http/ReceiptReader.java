package dev.twostep.channel.http;

import dev.twostep.application.delivery.Callback;
import dev.twostep.application.delivery.Receipt;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads receipts by one realm's rules; prints none of them, since one is a secret. */
record ReceiptReader(
    ReceiptSignature signature, StatusRule status, Optional<Place> id, Optional<Place> price) {

  /** Short enough for arithmetic: "1E999999999" is a number, too. */
  private static final Pattern PRICE = Pattern.compile("-?[0-9]{1,9}(?:\\.[0-9]{1,9})?");

  Receipt read(Callback callback) {
    return signature.isOn(callback)
        ? ReceiptDocument.of(callback).map(this::read).orElseGet(Receipt.NotGenuine::new)
        : new Receipt.NotGenuine();
  }

  private Receipt read(ReceiptDocument document) {
    String word = document.at(status.place()).orElse("");
    Optional<String> reference = id.flatMap(document::at).filter(text -> !text.isEmpty());
    if (status.delivered().contains(word)) {
      return new Receipt.Arrived(reference, price.flatMap(document::at).flatMap(this::amount));
    }
    return status.failed().contains(word)
        ? new Receipt.Lost(reference, "the service said " + word)
        : new Receipt.Nothing();
  }

  /** Some services book what they take as a negative amount. */
  private Optional<BigDecimal> amount(String text) {
    return Optional.of(text.strip())
        .filter(typed -> PRICE.matcher(typed).matches())
        .map(BigDecimal::new)
        .map(BigDecimal::abs);
  }

  @Override
  public String toString() {
    return "ReceiptReader[*****]";
  }
}
