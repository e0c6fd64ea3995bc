package dev.twostep.domain.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** From where somebody asks: an IPv4 address, or the /64 that one IPv6 customer has. */
public final class Network {

  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern V4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private Network() {}

  /** One name for all addresses of a network; what is no address stays as it is. */
  public static String of(String address) {
    String plain = address.strip();
    int zone = plain.indexOf('%');
    String bare = zone < 0 ? plain : plain.substring(0, zone);
    // Only literals go on: a name would be looked up in the DNS.
    if (!V4.matcher(bare).matches() && !V6.matcher(bare).matches()) {
      return plain.toLowerCase(Locale.ROOT);
    }
    try {
      InetAddress parsed = InetAddress.getByName(bare);
      return parsed instanceof Inet6Address six ? net(six) : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return plain.toLowerCase(Locale.ROOT);
    }
  }

  private static String net(Inet6Address address) {
    return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8)) + "/64";
  }
}
