package dev.twostep.bench;

import java.util.List;

/**
 * The straight line nearest to some points.
 *
 * @param rise by how much y grows with each x
 * @param error the standard error of that
 */
record Slope(double rise, double error) {

  /** One point. */
  record Point(double x, double y) {}

  static Slope of(List<Point> points) {
    double meanX = points.stream().mapToDouble(Point::x).average().orElse(Double.NaN);
    double meanY = points.stream().mapToDouble(Point::y).average().orElse(Double.NaN);
    double spread = points.stream().mapToDouble(p -> square(p.x() - meanX)).sum();
    double rise =
        points.stream().mapToDouble(p -> (p.x() - meanX) * (p.y() - meanY)).sum() / spread;
    double left =
        points.stream().mapToDouble(p -> square(p.y() - meanY - rise * (p.x() - meanX))).sum();
    return new Slope(rise, Math.sqrt(left / (points.size() - 2) / spread));
  }

  private static double square(double number) {
    return number * number;
  }
}
