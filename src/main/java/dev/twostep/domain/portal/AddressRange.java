package dev.twostep.domain.portal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Internet addresses that begin alike, as {@code 192.0.2.0/24} or {@code 2001:db8::/32}. */
public final class AddressRange {

  private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private final String text;
  private final byte[] network;
  private final int bits;

  private AddressRange(String text, byte[] network, int bits) {
    this.text = text;
    this.network = network;
    this.bits = bits;
  }

  /** A range, or one address; empty for anything else, such as the name of a host. */
  public static Optional<AddressRange> of(String text) {
    String[] halves = text.split("/", -1);
    Optional<byte[]> address = bytes(halves[0]);
    if (address.isEmpty() || halves.length > 2) {
      return Optional.empty();
    }
    int all = address.get().length * 8;
    int bits = halves.length == 1 ? all : number(halves[1]);
    return bits < 0 || bits > all
        ? Optional.empty()
        : Optional.of(new AddressRange(text, address.get(), bits));
  }

  private static int number(String text) {
    return Pattern.matches("[0-9]{1,3}", text) ? Integer.parseInt(text) : -1;
  }

  /** Only literals are parsed: a name would be looked up in the DNS. */
  private static Optional<byte[]> bytes(String literal) {
    if (!V4.matcher(literal).matches() && !V6.matcher(literal).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(literal).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  public boolean contains(String address) {
    return bytes(address).filter(this::startsAlike).isPresent();
  }

  private boolean startsAlike(byte[] other) {
    boolean alike = other.length == network.length;
    for (int bit = 0; alike && bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      alike = (other[bit / 8] & mask) == (network[bit / 8] & mask);
    }
    return alike;
  }

  @Override
  public String toString() {
    return text;
  }
}
