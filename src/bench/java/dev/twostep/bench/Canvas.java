package dev.twostep.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.BoxChartBuilder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;

/** How all plots look. */
final class Canvas {

  private static final int WIDTH = 1080;
  private static final int HEIGHT = 420;
  private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final Pattern TINY_DIGITS = Pattern.compile("(\\.[0-9]{2})[0-9]+");
  private static final Color GRID = new Color(0xdddddd);
  private static final Color[] COLOURS = {
    new Color(0x4477aa), new Color(0xee6677), new Color(0x228833), new Color(0xccbb44),
    new Color(0x66ccee), new Color(0xaa3377), new Color(0x888888), new Color(0x222222)
  };

  private Canvas() {}

  static String name(Variant variant) {
    return variant.word();
  }

  static List<String> names(List<Variant> variants) {
    return variants.stream().map(Canvas::name).toList();
  }

  static BoxChart boxes(String unit) {
    BoxChart chart = new BoxChartBuilder().width(WIDTH).height(HEIGHT).yAxisTitle(unit).build();
    style(chart.getStyler());
    chart.getStyler().setLegendVisible(false);
    return chart;
  }

  static XYChart lines(String across, String unit) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle(across)
            .yAxisTitle(unit)
            .build();
    style(chart.getStyler());
    return chart;
  }

  static CategoryChart bars(String unit) {
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDTH).height(HEIGHT).yAxisTitle(unit).build();
    style(chart.getStyler());
    chart.getStyler().setAvailableSpaceFill(0.7);
    return chart;
  }

  /** Bars with marks right above them instead of beside. */
  static CategoryChart marked(String unit) {
    CategoryChart chart = bars(unit);
    chart.getStyler().setOverlapped(true);
    chart.getStyler().setAvailableSpaceFill(0.4);
    chart.getStyler().setLegendVisible(false);
    return chart;
  }

  static void ticks(CategoryChart chart, String name, List<String> at, List<Double> values) {
    tick(chart, name, at, values, new Tick(8, Color.DARK_GRAY));
  }

  static void broadTicks(CategoryChart chart, String name, List<String> at, List<Double> values) {
    tick(chart, name, at, values, new Tick(40, new Color(0xcc3311)));
  }

  /** Letters are outlines, the same everywhere; a hundredth of a pixel is enough of them. */
  static void write(Chart<?, ?> chart, Path file) throws IOException {
    VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, TINY_DIGITS.matcher(text).replaceAll("$1"));
  }

  private static void tick(
      CategoryChart chart, String name, List<String> at, List<Double> values, Tick tick) {
    chart
        .addSeries(name, at, values)
        .setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter)
        .setMarker(tick)
        .setMarkerColor(tick.colour)
        .setShowInLegend(false);
  }

  private static void style(AxesChartStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setSeriesColors(Arrays.copyOf(COLOURS, COLOURS.length));
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendFont(PLAIN);
    styler.setAxisTickLabelsFont(PLAIN);
    styler.setAxisTitleFont(PLAIN);
    styler.setYAxisMin(0.0);
  }

  /** A line across, at a value. */
  private static final class Tick extends Marker {

    private final int half;
    private final Color colour;

    Tick(int half, Color colour) {
      this.half = half;
      this.colour = colour;
    }

    @Override
    public void paint(Graphics2D graphics, double x, double y, int size) {
      graphics.setColor(colour);
      graphics.setStroke(new BasicStroke(2));
      graphics.draw(new Line2D.Double(x - half, y, x + half, y));
    }
  }
}
