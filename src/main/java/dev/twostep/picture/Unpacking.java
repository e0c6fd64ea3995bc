package dev.twostep.picture;

import dev.twostep.application.portal.PictureRefusal;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** Has the JDK unpack a picture that was pared: its own readers only, whatever others are there. */
final class Unpacking {

  private final PictureKind kind;
  private final Pared pared;

  Unpacking(PictureKind kind, Pared pared) {
    this.kind = kind;
    this.pared = pared;
  }

  Grey grey() {
    try {
      ImageReader reader = reader();
      try {
        reader.setInput(pared.bytes().stream(), true, true);
        reader.addIIOReadProgressListener(new Stop());
        Grey grey = kind == PictureKind.JPEG ? luminance(reader) : anyColours(reader);
        if (Thread.currentThread().isInterrupted()) {
          throw new Refused(PictureRefusal.TOO_LONG);
        }
        return grey;
      } finally {
        reader.dispose();
      }
    } catch (Refused e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new Refused(PictureRefusal.DAMAGED);
    }
  }

  private ImageReader reader() throws IOException {
    Iterator<ImageReaderSpi> all =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
    while (all.hasNext()) {
      ImageReaderSpi one = all.next();
      if (one.getClass().getModule() == ImageReader.class.getModule()
          && List.of(one.getFormatNames()).contains(kind.format())) {
        return one.createReaderInstance();
      }
    }
    throw new IOException("the JDK cannot read " + kind);
  }

  private ImageReadParam every(ImageReader reader) {
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(pared.step(), pared.step(), 0, 0);
    return param;
  }

  /** JPEGs keep it apart from the colours, in front of them. */
  private Grey luminance(ImageReader reader) throws IOException {
    Raster raster = reader.readRaster(0, every(reader));
    byte[] pixels = new byte[raster.getWidth() * raster.getHeight()];
    int[] row = new int[raster.getWidth()];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        pixels[y * row.length + x] = (byte) row[x];
      }
    }
    return new Grey(pixels, row.length, raster.getHeight());
  }

  private Grey anyColours(ImageReader reader) throws IOException {
    BufferedImage image = reader.read(0, every(reader));
    byte[] pixels = new byte[image.getWidth() * image.getHeight()];
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        pixels[y * row.length + x] = (byte) onWhite(row[x]);
      }
    }
    return new Grey(pixels, row.length, image.getHeight());
  }

  private static int onWhite(int argb) {
    int grey =
        (306 * ((argb >> 16) & 0xff) + 601 * ((argb >> 8) & 0xff) + 117 * (argb & 0xff)) >> 10;
    int alpha = argb >>> 24;
    return (grey * alpha + 255 * (255 - alpha)) / 255;
  }

  /** Between two rows, the JDK can be told to leave off. */
  private static final class Stop implements IIOReadProgressListener {

    @Override
    public void imageProgress(ImageReader reader, float percentage) {
      if (Thread.currentThread().isInterrupted()) {
        reader.abort();
      }
    }

    @Override
    public void sequenceStarted(ImageReader reader, int first) {}

    @Override
    public void sequenceComplete(ImageReader reader) {}

    @Override
    public void imageStarted(ImageReader reader, int index) {}

    @Override
    public void imageComplete(ImageReader reader) {}

    @Override
    public void thumbnailStarted(ImageReader reader, int index, int thumbnail) {}

    @Override
    public void thumbnailProgress(ImageReader reader, float percentage) {}

    @Override
    public void thumbnailComplete(ImageReader reader) {}

    @Override
    public void readAborted(ImageReader reader) {}
  }
}
