package dev.twostep.application.portal;

import dev.twostep.domain.portal.KeyReading;
import dev.twostep.domain.portal.KeyRefusal;
import dev.twostep.domain.portal.KeyText;
import java.util.Locale;
import java.util.Optional;

/**
 * The key in a picture, or why there is none.
 *
 * @param flaw ends message keys; empty text if there is a key
 */
public record PhotographedKey(Optional<KeyReading.Read> key, String flaw) {

  /** Never picks one of several. */
  public static PhotographedKey of(Reading reading) {
    if (reading instanceof Reading.Unreadable unreadable) {
      return none(flaw(unreadable.reason()));
    }
    Reading.Found found = (Reading.Found) reading;
    return found.texts().size() == 1
        ? of(KeyText.address(found.texts().get(0)))
        : none(flaw(KeyRefusal.SEVERAL));
  }

  /** What was typed instead. */
  public static PhotographedKey of(KeyReading reading) {
    return reading instanceof KeyReading.Refused refused
        ? none(flaw(refused.why()))
        : new PhotographedKey(Optional.of((KeyReading.Read) reading), "");
  }

  /** How that refusal is called in message keys. */
  public static String flaw(PictureRefusal refusal) {
    return "picture-" + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same for a text that is no key. */
  public static String flaw(KeyRefusal refusal) {
    return "key-" + refusal.word();
  }

  private static PhotographedKey none(String flaw) {
    return new PhotographedKey(Optional.empty(), flaw);
  }
}
