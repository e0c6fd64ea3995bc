package dev.twostep.domain.device;

import dev.twostep.domain.code.ConstantTime;
import dev.twostep.domain.code.ServerKey;
import java.text.Normalizer;

/** The digits or letters that open a trusted device in place of a code. */
public final class Passcode {

  private final String text;

  private Passcode(String text) {
    this.text = text;
  }

  /** What somebody typed; upper and lower case differ. */
  public static Passcode typed(String typed) {
    return new Passcode(Normalizer.normalize(typed.strip(), Normalizer.Form.NFC));
  }

  /** Nothing was typed: asked again, and not counted as a try. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  public boolean isSameAs(Passcode repeated) {
    return ConstantTime.same(text, repeated.text);
  }

  /** What is hashed in its place: a copy of the hashes alone gives nothing to guess at. */
  public String keyed(ServerKey key, DeviceOwner owner) {
    return key.sealed("passcode", owner.realm(), owner.user(), text);
  }

  String text() {
    return text;
  }

  @Override
  public String toString() {
    return "Passcode[******]";
  }
}
