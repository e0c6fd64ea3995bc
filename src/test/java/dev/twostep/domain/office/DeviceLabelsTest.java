package dev.twostep.domain.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.office.OfficeDevice.Kind;
import dev.twostep.domain.office.OfficeDevice.Life;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What devices may be called, and how many there may be. */
class DeviceLabelsTest {

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  @Test
  void labelsAreShortVisibleAndUnlikeEachOther() {
    DeviceLabels labels = new DeviceLabels(List.of(device("a", "Anna's phone", false)), NOW);

    assertThat(labels.toAdding("Ben's phone")).isEmpty();
    assertThat(labels.toAdding(" anna's PHONE ")).contains(DeviceRefusal.LABEL_TAKEN);
    assertThat(labels.toAdding("  ")).contains(DeviceRefusal.LABEL_MISSING);
    assertThat(labels.toAdding("x".repeat(41))).contains(DeviceRefusal.LABEL_LONG);
    assertThat(labels.toAdding("x".repeat(40))).isEmpty();
    assertThat(labels.toAdding("Ben\u202E")).contains(DeviceRefusal.LABEL_INVISIBLE);
  }

  @Test
  void aDeviceMayKeepItsName() {
    DeviceLabels labels = new DeviceLabels(List.of(device("a", "Anna", false)), NOW);

    assertThat(labels.toNaming("a", "ANNA")).isEmpty();
    assertThat(labels.toNaming("b", "ANNA")).contains(DeviceRefusal.LABEL_TAKEN);
  }

  @Test
  void theNameOfARevokedDeviceIsFree() {
    DeviceLabels labels = new DeviceLabels(List.of(device("a", "Anna", true)), NOW);

    assertThat(labels.toAdding("Anna")).isEmpty();
  }

  @Test
  void aHundredAreEnough() {
    List<OfficeDevice> hundred =
        IntStream.range(0, DeviceLabels.MOST)
            .mapToObj(i -> device("d" + i, "device " + i, false))
            .toList();

    assertThat(new DeviceLabels(hundred, NOW).toAdding("one more"))
        .contains(DeviceRefusal.TOO_MANY);
    assertThat(new DeviceLabels(hundred.subList(1, 100), NOW).toAdding("one more")).isEmpty();
  }

  private static OfficeDevice device(String id, String label, boolean revoked) {
    Life life =
        new Life(
            NOW,
            Optional.of(NOW),
            Optional.empty(),
            revoked ? Optional.of(NOW) : Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new OfficeDevice(id, "office", label, Optional.empty(), Kind.OWN, life);
  }
}
