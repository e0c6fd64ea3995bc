package dev.twostep.picture.wasm;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What C++ exceptions need of their host, as Emscripten builds them without WebAssembly's own: the
 * library throws and catches in the ordinary course of looking for a code.
 */
final class CppExceptions {

  private static final int HEADER = 24;
  private static final int TYPE = 4;
  private static final int DESTRUCTOR = 8;
  private static final int CAUGHT = 12;
  private static final int RETHROWN = 13;
  private static final int ADJUSTED = 16;

  private final Deque<Integer> caught = new ArrayDeque<>();
  private int flying;

  long raise(Wasm wasm, long[] args) {
    int exception = (int) args[0];
    wasm.word(exception - HEADER + ADJUSTED, 0);
    wasm.word(exception - HEADER + TYPE, (int) args[1]);
    wasm.word(exception - HEADER + DESTRUCTOR, (int) args[2]);
    wasm.export("Ba", exception);
    flying = exception;
    throw new CppFlight();
  }

  long raiseAgain(Wasm wasm) {
    int exception = caught.pop();
    if (wasm.octet(exception - HEADER + RETHROWN) == 0) {
      caught.push(exception);
      wasm.octet(exception - HEADER + RETHROWN, 1);
      wasm.octet(exception - HEADER + CAUGHT, 0);
    }
    wasm.export("Ba", exception);
    flying = exception;
    throw new CppFlight();
  }

  long resume(long[] args) {
    if (flying == 0) {
      flying = (int) args[0];
    }
    throw new CppFlight();
  }

  long beginCatch(Wasm wasm, long[] args) {
    int exception = (int) args[0];
    wasm.octet(exception - HEADER + CAUGHT, 1);
    wasm.octet(exception - HEADER + RETHROWN, 0);
    caught.push(exception);
    return wasm.export("wa", exception);
  }

  long endCatch(Wasm wasm) {
    wasm.export("xa", 0, 0);
    wasm.export("Ca", caught.pop());
    flying = 0;
    return 0;
  }

  /** The exception that flies, and beside it the first of these types that can catch it. */
  long matching(Wasm wasm, long[] types) {
    if (flying == 0) {
      wasm.export("ya", 0);
      return 0;
    }
    int adjusted = flying - HEADER + ADJUSTED;
    wasm.word(adjusted, flying);
    int thrown = wasm.word(flying - HEADER + TYPE);
    wasm.export("ya", thrown == 0 ? 0 : catching(wasm, types, thrown, adjusted));
    return flying;
  }

  /** Calls a function that may throw: for C++ it returns, with a mark that an exception flies. */
  long[] guarded(Wasm wasm, Guarded call) {
    int stack = wasm.export("Aa");
    try {
      return call.run();
    } catch (CppFlight e) {
      wasm.export("za", stack);
      wasm.export("xa", 1, 0);
      return new long[] {0};
    }
  }

  private static int catching(Wasm wasm, long[] types, int thrown, int adjusted) {
    for (long type : types) {
      if (type == 0 || type == thrown || wasm.export("Da", type, thrown, adjusted) != 0) {
        return (int) type;
      }
    }
    return thrown;
  }

  /** The call itself. */
  interface Guarded {

    long[] run();
  }
}
