package dev.twostep.picture.wasm;

import com.dylibso.chicory.runtime.Instance;
import java.nio.charset.StandardCharsets;

/** The exports of the module under readable names: its build has shortened them. */
record Wasm(Instance instance) {

  private static final String CONSTRUCTORS = "ra";
  private static final String MALLOC = "va";

  void construct() {
    export(CONSTRUCTORS);
  }

  int malloc(int bytes) {
    int place = export(MALLOC, bytes);
    if (place == 0) {
      throw new IllegalStateException("no memory is left");
    }
    return place;
  }

  int export(String name, long... arguments) {
    return first(instance.export(name).apply(arguments));
  }

  /** Calls a function by its place in the table, as pointers to functions are kept. */
  int call(int pointer, long... arguments) {
    return first(callRaw(pointer, arguments));
  }

  long[] callRaw(int pointer, long... arguments) {
    return instance.getMachine().call(instance.table(0).requiredRef(pointer), arguments);
  }

  int word(int address) {
    return instance.memory().readInt(address);
  }

  void word(int address, int value) {
    instance.memory().writeI32(address, value);
  }

  byte octet(int address) {
    return instance.memory().read(address);
  }

  void octet(int address, int value) {
    instance.memory().writeByte(address, (byte) value);
  }

  /** Names are ASCII and end with a zero. */
  String name(int address) {
    int end = address;
    while (octet(end) != 0) {
      end++;
    }
    return new String(
        instance.memory().readBytes(address, end - address), StandardCharsets.US_ASCII);
  }

  private static int first(long[] results) {
    return results == null || results.length == 0 ? 0 : (int) results[0];
  }
}
