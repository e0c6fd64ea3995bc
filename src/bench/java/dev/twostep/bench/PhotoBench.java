package dev.twostep.bench;

import dev.twostep.application.portal.Reading;
import dev.twostep.fixture.picture.PhotoSet;
import dev.twostep.fixture.picture.PhotoSet.Photo;
import dev.twostep.picture.Photos;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How many photos of the test set can be read, and how long that takes: a table in Markdown. */
public final class PhotoBench {

  private static final String ALL = "all";

  private final Photos photos = Photos.open();

  private PhotoBench() {}

  /** The first round of each size does not count: it warms the server up. */
  public static void main(String... args) {
    PhotoBench bench = new PhotoBench();
    long before = System.nanoTime();
    bench.photos.read(PhotoSet.photos().get(0).bytes());
    System.out.println("First picture: " + (System.nanoTime() - before) / 1_000_000 + " ms");
    bench.run(Photo::bytes);
    Map<String, Row> plain = bench.run(Photo::bytes);
    bench.run(Photo::large);
    Map<String, Row> large = bench.run(Photo::large);
    System.out.println(
        "| photo | as it is | ms (median, p95) | 12 megapixels | ms (median, p95) |");
    System.out.println("|---|---|---|---|---|");
    plain.forEach(
        (spoilt, row) -> System.out.println("| " + spoilt + row + large.get(spoilt) + " |"));
    bench.photos.close();
  }

  private Map<String, Row> run(Function<Photo, byte[]> file) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Photo photo : PhotoSet.photos()) {
      byte[] bytes = file.apply(photo);
      long start = System.nanoTime();
      Reading reading = photos.read(bytes);
      double millis = (System.nanoTime() - start) / 1e6;
      for (String spoilt : new String[] {photo.spoilt(), ALL}) {
        rows.computeIfAbsent(spoilt, name -> new Row()).add(photo, reading, millis);
      }
    }
    rows.put(ALL, rows.remove(ALL));
    return rows;
  }

  /** Photos that were spoilt in the same way. */
  private static final class Row {

    private final List<Double> millis = new ArrayList<>();
    private int right;

    void add(Photo photo, Reading reading, double took) {
      millis.add(took);
      if (reading.equals(new Reading.Found(List.of(photo.text())))) {
        right++;
      } else if (reading instanceof Reading.Found) {
        throw new IllegalStateException(photo.name() + " was read wrongly");
      }
    }

    @Override
    public String toString() {
      List<Double> sorted = millis.stream().sorted().toList();
      int last = sorted.size() - 1;
      return " | "
          + right
          + " of "
          + sorted.size()
          + " | "
          + Math.round(sorted.get(last / 2))
          + ", "
          + Math.round(sorted.get((int) Math.ceil(last * 0.95)));
    }
  }
}
