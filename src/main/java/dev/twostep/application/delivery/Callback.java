package dev.twostep.application.delivery;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request that came to a receipt's address: from the service, or from anybody.
 *
 * @param address in full, as the service was told it
 * @param headers by lower-case name
 * @param body at most 64 kB, read as UTF-8
 */
public record Callback(URI address, Map<String, List<String>> headers, String body) {

  public Callback {
    headers = Map.copyOf(headers);
  }

  /** The value of a header that is there exactly once. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "Callback[" + body.length() + " characters]";
  }
}
