package dev.twostep.picture.wasm;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * All that the module can reach outside itself, in place of its JavaScript: exceptions, its own
 * description, growing within its limit. No clock, no file, no network.
 */
final class Host {

  /** Stands for whatever JavaScript object the module asks for: nothing here ever looks at one. */
  private static final int SOME_OBJECT = 10;

  private static final int CAST = 3;

  private final CppExceptions exceptions = new CppExceptions();
  private final Bindings bindings;
  private final Map<String, Import> imports = new HashMap<>();

  Host(Bindings bindings) {
    this.bindings = bindings;
    exceptions();
    descriptions();
    objects();
    imports.put("_", (wasm, args) -> grow(wasm.instance(), (int) args[0]));
    imports.put("v", (wasm, args) -> args[0]);
    imports.put(
        "Z",
        (wasm, args) -> {
          throw new IllegalStateException("the module gave up");
        });
  }

  ImportValues importsOf(WasmModule module) {
    HostFunction[] functions =
        module.importSection().stream()
            .map(FunctionImport.class::cast)
            .map(one -> function(module, one))
            .toArray(HostFunction[]::new);
    return ImportValues.builder().addFunction(functions).build();
  }

  private HostFunction function(WasmModule module, FunctionImport wanted) {
    Import known = imports.get(wanted.name());
    return new HostFunction(
        wanted.module(),
        wanted.name(),
        module.typeSection().getType(wanted.typeIndex()),
        (instance, args) ->
            known == null
                ? guarded(new Wasm(instance), wanted.name(), args)
                : new long[] {known.call(new Wasm(instance), args)});
  }

  /** Every import that has no entry here calls, guarded, the function that its arguments name. */
  private long[] guarded(Wasm wasm, String name, long[] args) {
    return exceptions.guarded(
        wasm,
        () ->
            switch (name) {
              case "X" -> wasm.instance().export("Ea").apply(args);
              case "W" -> wasm.instance().export("Fa").apply(args);
              default -> wasm.callRaw((int) args[0], Arrays.copyOfRange(args, 1, args.length));
            });
  }

  private void exceptions() {
    imports.put("q", exceptions::raise);
    imports.put("T", (wasm, args) -> exceptions.raiseAgain(wasm));
    imports.put("e", (wasm, args) -> exceptions.resume(args));
    imports.put("r", exceptions::beginCatch);
    imports.put("J", (wasm, args) -> exceptions.endCatch(wasm));
    imports.put("a", exceptions::matching);
    imports.put("i", exceptions::matching);
    imports.put("l", exceptions::matching);
  }

  private void descriptions() {
    tell("F", bindings::struct);
    tell("oa", bindings::field);
    tell("V", bindings::function);
    tell("E", bindings::method);
    for (String untold :
        new String[] {"na", "Y", "ha", "la", "ka", "fa", "U", "x", "ja", "s", "ma", "ga", "P"}) {
      tell(untold, (wasm, args) -> {});
    }
    tell("ia", (wasm, args) -> {});
  }

  /** Of JavaScript's objects there is one: a result on its way out, known by its address. */
  private void objects() {
    imports.put("C", (wasm, args) -> SOME_OBJECT);
    imports.put("I", (wasm, args) -> args[2]);
    imports.put(
        "H",
        (wasm, args) ->
            Double.doubleToRawLongBits(
                (double) (args[0] == CAST ? wasm.word((int) args[4]) : SOME_OBJECT)));
    for (String untold : new String[] {"pa", "Q", "aa"}) {
      tell(untold, (wasm, args) -> {});
    }
  }

  private static long grow(Instance instance, int bytes) {
    int page = 65_536;
    long missing = Integer.toUnsignedLong(bytes) - (long) instance.memory().pages() * page;
    int pages = (int) ((missing + page - 1) / page);
    return instance.memory().grow(pages) < 0 ? 0 : 1;
  }

  private void tell(String name, Told told) {
    imports.put(
        name,
        (wasm, args) -> {
          told.hear(wasm, args);
          return 0;
        });
  }

  /** A function that the module imports. */
  private interface Import {

    long call(Wasm wasm, long[] args);
  }

  /** One that answers nothing. */
  private interface Told {

    void hear(Wasm wasm, long[] args);
  }
}
