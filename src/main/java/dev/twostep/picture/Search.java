package dev.twostep.picture;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import dev.twostep.application.portal.PictureRefusal;
import dev.twostep.application.portal.Reading;
import dev.twostep.picture.wasm.Sandbox;
import dev.twostep.picture.wasm.Symbol;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks for codes in one picture: as it is first, then smaller, sharper or larger. */
final class Search {

  private static final int LARGE = 4_000_000;
  private static final int SMALL = 1_200_000;

  private final byte[] file;

  Search(byte[] file) {
    this.file = file;
  }

  Reading reading() {
    try {
      PictureKind kind = PictureKind.of(file);
      List<String> texts = texts(new Unpacking(kind, kind.pare(file)).grey().atMost(LARGE));
      return texts.isEmpty()
          ? new Reading.Unreadable(PictureRefusal.TOO_BLURRED)
          : new Reading.Found(texts);
    } catch (Refused e) {
      return new Reading.Unreadable(e.reason());
    }
  }

  private static List<String> texts(Grey large) {
    Grey small = large.atMost(SMALL);
    Supplier<Grey> other = small == large ? large::doubled : () -> small;
    return Stream.<Supplier<Grey>>of(() -> large, () -> small.sharpened(4, 4), other)
        .map(grey -> once(grey.get()))
        .filter(texts -> !texts.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** A fresh sandbox each time, so that nothing of a picture is left for the next. */
  private static List<String> once(Grey grey) {
    try {
      return Sandbox.open().read(grey.pixels(), grey.width(), grey.height()).stream()
          .filter(Symbol::isWhole)
          .map(Symbol::text)
          .distinct()
          .toList();
    } catch (ChicoryInterruptedException e) {
      throw new Refused(PictureRefusal.TOO_LONG);
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever went wrong, it went wrong in there; another form of the picture may do.
      return List.of();
    }
  }
}
