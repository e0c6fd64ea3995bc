package dev.twostep.application.delivery;

import dev.twostep.domain.contact.PhoneNumber;

/** One SMS; the text holds a code, so it is never printed. */
public record TextMessage(PhoneNumber to, String text) {

  @Override
  public String toString() {
    return "TextMessage[to=" + to + "]";
  }
}
