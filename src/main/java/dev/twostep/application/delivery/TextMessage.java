package dev.twostep.application.delivery;

import dev.twostep.domain.contact.PhoneNumber;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * One SMS; its words hold a code, so they are never printed.
 *
 * @param receipts where the service may call back with receipts of this very message
 */
public record TextMessage(PhoneNumber to, Words words, Optional<URI> receipts) {

  /** What is read on a screen, and what a voice says instead, in the language of both. */
  public record Words(String written, String spoken, Locale locale) {
    @Override
    public String toString() {
      return "Words[" + locale.toLanguageTag() + "]";
    }
  }

  /** A message in English that expects no receipt. */
  public TextMessage(PhoneNumber to, String text) {
    this(to, new Words(text, text, Locale.ENGLISH), Optional.empty());
  }

  public String text() {
    return words.written();
  }

  @Override
  public String toString() {
    return "TextMessage[to=" + to + "]";
  }
}
