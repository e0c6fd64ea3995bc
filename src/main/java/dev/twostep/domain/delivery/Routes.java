package dev.twostep.domain.delivery;

import dev.twostep.domain.contact.PhoneNumber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** In which order a realm's gateways are tried for a number. */
public record Routes(List<Route> entries) {

  public Routes {
    entries = List.copyOf(entries);
  }

  /** Every gateway for every number, in this order. */
  public static Routes inOrder(Collection<String> gateways) {
    return new Routes(
        gateways.stream().map(name -> new Route(name, OptionalInt.empty(), List.of())).toList());
  }

  /**
   * The gateways for a number: the first drawn by weight, the others as they are listed; those that
   * were used for the same code before come last. Empty if no entry fits.
   *
   * @param draw what the draw depends on: the same text draws the same gateway on every node
   * @param used gateways that an earlier message with this code went through
   */
  public List<String> order(PhoneNumber to, String draw, Set<String> used) {
    List<Route> fitting = entries.stream().filter(entry -> entry.fits(to)).toList();
    Set<String> listed = new LinkedHashSet<>();
    drawn(fitting, draw).forEach(listed::add);
    fitting.forEach(entry -> listed.add(entry.gateway()));
    return Stream.concat(
            listed.stream().filter(name -> !used.contains(name)),
            listed.stream().filter(used::contains))
        .toList();
  }

  private static Stream<String> drawn(List<Route> fitting, String draw) {
    int total = fitting.stream().mapToInt(entry -> entry.weight().orElse(0)).sum();
    if (total == 0) {
      return Stream.empty();
    }
    int left = (int) Math.floorMod(hash(draw), (long) total);
    for (Route entry : fitting) {
      left -= entry.weight().orElse(0);
      if (left < 0) {
        return Stream.of(entry.gateway());
      }
    }
    throw new IllegalStateException("weights do not add up");
  }

  private static long hash(String draw) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(draw.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
