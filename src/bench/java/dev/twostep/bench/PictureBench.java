package dev.twostep.bench;

import dev.twostep.application.portal.Reading;
import dev.twostep.fixture.picture.PhotoSet;
import dev.twostep.picture.Photos;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reads the QR code of one clean photo; {@link PhotoBench} has the spoilt ones. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PictureBench {

  private final Photos photos = Photos.open();
  private final byte[] photo =
      PhotoSet.photos().stream()
          .filter(one -> one.spoilt().equals("clean"))
          .findFirst()
          .orElseThrow()
          .bytes();

  @TearDown
  public void close() {
    photos.close();
  }

  @Benchmark
  public Reading qrCode() {
    Reading reading = photos.read(photo);
    if (!(reading instanceof Reading.Found)) {
      throw new IllegalStateException("not read: " + reading);
    }
    return reading;
  }
}
