package dev.twostep.picture.wasm;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the library tells of itself when it starts (embind): of that, its functions, the methods of
 * its list of results, and the fields of its options and results.
 */
final class Bindings {

  private final Map<Integer, Struct> structs = new HashMap<>();
  private final Map<String, Invocable> invocables = new HashMap<>();

  void struct(Wasm wasm, long[] args) {
    structs.put((int) args[0], new Struct(wasm.name((int) args[1]), (int) args[3]));
  }

  void field(Wasm wasm, long[] args) {
    Struct struct = Objects.requireNonNull(structs.get((int) args[0]));
    struct.fields.put(
        wasm.name((int) args[1]),
        new Field((int) args[4], (int) args[5], (int) args[8], (int) args[9]));
  }

  void function(Wasm wasm, long[] args) {
    invocables.put(plain(wasm.name((int) args[0])), new Invocable((int) args[4], (int) args[5]));
  }

  void method(Wasm wasm, long[] args) {
    invocables.put(plain(wasm.name((int) args[1])), new Invocable((int) args[5], (int) args[6]));
  }

  Struct struct(String name) {
    return structs.values().stream()
        .filter(one -> one.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name + " among " + structs.values()));
  }

  Invocable invocable(String name) {
    Invocable found = invocables.get(name);
    if (found == null) {
      throw new IllegalStateException("no " + name + " among " + invocables.keySet());
    }
    return found;
  }

  private static String plain(String name) {
    int parenthesis = name.indexOf('(');
    return (parenthesis < 0 ? name : name.substring(0, parenthesis)).trim();
  }

  /** A C++ function, and the one that unpacks arguments for it. */
  record Invocable(int invoker, int context) {

    int call(Wasm wasm, long... args) {
      long[] all = new long[args.length + 1];
      all[0] = context;
      System.arraycopy(args, 0, all, 1, args.length);
      return wasm.call(invoker, all);
    }
  }

  /** A field of a struct, by the functions that read and write it. */
  record Field(int getter, int getterContext, int setter, int setterContext) {

    int get(Wasm wasm, int struct) {
      return wasm.call(getter, getterContext, struct);
    }

    void set(Wasm wasm, int struct, int value) {
      wasm.call(setter, setterContext, struct, value);
    }
  }

  /** A struct of C++. */
  static final class Struct {

    private final String name;
    private final int constructor;
    private final Map<String, Field> fields = new HashMap<>();

    Struct(String name, int constructor) {
      this.name = name;
      this.constructor = constructor;
    }

    int construct(Wasm wasm) {
      return wasm.call(constructor);
    }

    Field field(String field) {
      Field found = fields.get(field);
      if (found == null) {
        throw new IllegalStateException("no " + field + " in " + this);
      }
      return found;
    }

    @Override
    public String toString() {
      return name + fields.keySet();
    }
  }
}
