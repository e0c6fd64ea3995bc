package dev.twostep.bench;

/** What is counted of the server process: its CPU time and its allocations. */
record ServerMeter(CpuMeter cpu, Allocations heap) implements AutoCloseable {

  static ServerMeter of(long pid) {
    return new ServerMeter(CpuMeter.of(pid), Allocations.of(pid));
  }

  /** The heap is read outside of what is timed: asking for it costs the server something. */
  Used during(Runnable work) {
    double bytes = heap.bytes();
    long nanos = cpu.nanos();
    work.run();
    long used = cpu.nanos() - nanos;
    return new Used(used, heap.bytes() - bytes);
  }

  @Override
  public void close() {
    heap.close();
  }

  /** What some work took. */
  record Used(long cpuNanos, double allocatedBytes) {}
}
