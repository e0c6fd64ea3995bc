package dev.twostep.picture.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.Export;
import com.dylibso.chicory.wasm.types.Import;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SandboxTest {

  private static final Path MODULE =
      Path.of(System.getProperty("twostep.project", ""), "src/main/wasm/zxing_reader.wasm");

  @Test
  void moduleIsTheOneThatWasPublished() throws IOException, GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(MODULE));

    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo("e8af31edb56d0522f4de74495839385ef019ba8bc90d38e5ecb2f18795d86fb2");
  }

  /** One import too many, or a name that means something else, and the sandbox would not hold. */
  @Test
  void moduleReachesForWhatTheHostKnows() throws IOException {
    WasmModule module = Parser.parse(Files.readAllBytes(MODULE));

    assertThat(module.importSection().stream().map(Import::module)).containsOnly("a");
    assertThat(module.importSection().importCount()).isEqualTo(70);
    assertThat(IntStream.range(0, 16).mapToObj(i -> module.exportSection().getExport(i)))
        .extracting(Export::name)
        .containsExactly(
            "qa", "ra", "sa", "ta", "ua", "va", "wa", "xa", "ya", "za", "Aa", "Ba", "Ca", "Da",
            "Ea", "Fa");
  }

  @Test
  void endsWhenItsThreadIsInterrupted() {
    Sandbox sandbox = Sandbox.open();
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> sandbox.read(new byte[1_000_000], 1000, 1000))
          .isInstanceOf(ChicoryInterruptedException.class);
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void endsInTheMiddleOfItsWork() {
    byte[] noise = new byte[16_000_000];
    new Random(1).nextBytes(noise);
    Sandbox sandbox = Sandbox.open();
    Thread worker = Thread.currentThread();
    CompletableFuture<Void> interruption =
        CompletableFuture.runAsync(
            worker::interrupt, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
    try {
      assertThatThrownBy(() -> sandbox.read(noise, 4000, 4000))
          .isInstanceOf(ChicoryInterruptedException.class);
    } finally {
      interruption.cancel(false);
      Thread.interrupted();
    }
  }

  /** 300 MB do not fit into 256 MiB; the server has them, the sandbox has not. */
  @Test
  void hasNoMoreMemoryThanItsLimit() {
    assertThatThrownBy(() -> Sandbox.open().read(new byte[300_000_000], 20_000, 15_000))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void findsNothingInAnEmptyPicture() {
    byte[] white = new byte[250_000];
    Arrays.fill(white, (byte) 255);

    assertThat(Sandbox.open().read(white, 500, 500)).isEqualTo(List.of());
  }
}
