package dev.twostep.picture.wasm;

/**
 * A code that was read.
 *
 * @param parts of how many codes its text is one part; below two for a text of its own
 */
public record Symbol(String text, int parts) {

  /** A part alone would be a wrong text. */
  public boolean isWhole() {
    return parts < 2;
  }

  @Override
  public String toString() {
    return "Symbol[parts=" + parts + "]";
  }
}
