package dev.twostep.application.device;

import dev.twostep.domain.device.Device;
import java.util.List;
import java.util.Optional;

/** The trusted devices of one account, as they are kept. */
public interface Devices {

  /** The account's device of that id; another account's is not found. */
  Optional<Device> find(String id);

  /** All of them, the oldest first. */
  List<Device> all();

  /** Keeps a new one, or what has changed of a known one. */
  void keep(Device device);

  void remove(String id);
}
