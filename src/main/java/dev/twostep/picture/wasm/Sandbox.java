package dev.twostep.picture.wasm;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One copy of the decoder in a memory of its own: for one look at one picture. */
public final class Sandbox {

  /** Pages of 64 KiB: what the module was built to begin with, and 256 MiB. */
  private static final MemoryLimits LIMITS = new MemoryLimits(340, 4096);

  private static final int MOST_SYMBOLS = 4;

  /** The module's defaults but for the number of codes, and for the text: as it is, unadorned. */
  private static final Map<String, Integer> OPTIONS =
      Map.ofEntries(
          Map.entry("tryHarder", 1),
          Map.entry("tryRotate", 1),
          Map.entry("tryInvert", 1),
          Map.entry("tryDownscale", 1),
          Map.entry("tryDenoise", 0),
          Map.entry("binarizer", 0),
          Map.entry("isPure", 0),
          Map.entry("downscaleFactor", 3),
          Map.entry("downscaleThreshold", 500),
          Map.entry("maxNumberOfSymbols", MOST_SYMBOLS),
          Map.entry("returnErrors", 0),
          Map.entry("textMode", 0),
          Map.entry("characterSet", 0));

  private final Bindings bindings = new Bindings();
  private final Wasm wasm;

  private Sandbox(WasmModule module) {
    Instance instance =
        Instance.builder(module)
            .withMachineFactory(Zxing::create)
            .withMemoryFactory(ByteArrayMemory::new)
            .withMemoryLimits(LIMITS)
            .withImportValues(new Host(bindings).importsOf(module))
            .build();
    this.wasm = new Wasm(instance);
    wasm.construct();
  }

  /** Does once what takes long the first time, so that no picture's time is spent on it. */
  public static void load() {
    Loaded.now();
  }

  /** A copy as it was built, without a trace of any other. */
  public static Sandbox open() {
    return new Sandbox(Zxing.load());
  }

  /**
   * The QR codes in it, a few at most; ends early, by an exception, when the thread is interrupted.
   *
   * @param grey a byte for each pixel, row by row
   */
  public List<Symbol> read(byte[] grey, int width, int height) {
    int pixels = wasm.malloc(grey.length);
    wasm.instance().memory().write(pixels, grey);
    int found =
        bindings.invocable("readBarcodesFromPixmap").call(wasm, pixels, width, height, options());
    int count = Math.min(MOST_SYMBOLS, bindings.invocable("size").call(wasm, found));
    List<Symbol> symbols = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      symbols.add(symbol(bindings.invocable("get").call(wasm, found, i)));
    }
    return symbols;
  }

  private Symbol symbol(int result) {
    Bindings.Struct struct = bindings.struct("ReadResult");
    return new Symbol(
        text(struct.field("text").get(wasm, result)),
        struct.field("sequenceSize").get(wasm, result));
  }

  private int options() {
    Bindings.Struct struct = bindings.struct("ReaderOptions");
    int options = struct.construct(wasm);
    OPTIONS.forEach((name, value) -> struct.field(name).set(wasm, options, value));
    struct.field("formats").set(wasm, options, text("QRCode"));
    return options;
  }

  /** Its length, then its bytes. */
  private String text(int address) {
    byte[] bytes = wasm.instance().memory().readBytes(address + 4, wasm.word(address));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private int text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int place = wasm.malloc(4 + bytes.length + 1);
    wasm.word(place, bytes.length);
    wasm.instance().memory().write(place + 4, bytes);
    return place;
  }

  /** Classes are loaded and checked with the first copy. */
  private static final class Loaded {

    static {
      open();
    }

    static void now() {}
  }
}
