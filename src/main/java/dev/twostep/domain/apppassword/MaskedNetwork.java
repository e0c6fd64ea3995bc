package dev.twostep.domain.apppassword;

import dev.twostep.domain.limit.Network;
import java.util.regex.Pattern;

/** From where an app password was used, as its owner may recognise it and nobody can be found. */
public final class MaskedNetwork {

  private static final Pattern V4 = Pattern.compile("(\\d+\\.\\d+)\\.\\d+\\.\\d+");
  private static final Pattern V6 = Pattern.compile("([0-9a-f]{4})([0-9a-f]{4})[0-9a-f]{8}/64");

  private MaskedNetwork() {}

  /** The first half of an IPv4 address, or the first 32 bits of an IPv6 one; else nothing. */
  public static String of(String address) {
    String network = Network.of(address);
    var four = V4.matcher(network);
    if (four.matches()) {
      return four.group(1) + ".x.x";
    }
    var six = V6.matcher(network);
    return six.matches() ? six.group(1) + ":" + six.group(2) + ":x" : "";
  }
}
