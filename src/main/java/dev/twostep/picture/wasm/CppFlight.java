package dev.twostep.picture.wasm;

/** A C++ exception on its way up: it passes the functions in between as an exception of Java. */
final class CppFlight extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CppFlight() {
    super(null, null, false, false);
  }
}
