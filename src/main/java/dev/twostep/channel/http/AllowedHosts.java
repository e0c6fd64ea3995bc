package dev.twostep.channel.http;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that realms may name as gateways, listed by the server's operator: a realm's
 * administrator cannot make the server call anything else (SSRF, CWE-918). An entry is a host with
 * an optional port and means https; plain http only where the entry itself says {@code http://}.
 */
public final class AllowedHosts {

  private static final Pattern ENTRY =
      Pattern.compile("(?:https?://)?(?:[a-z0-9.-]+|\\[[0-9a-f:.]+\\])(?::[0-9]{1,5})?");

  private record Place(String scheme, String host, int port) {}

  private final Set<Place> places;

  private AllowedHosts(Set<Place> places) {
    this.places = Set.copyOf(places);
  }

  /**
   * Reads the operator's list.
   *
   * @param list entries separated by commas; blank allows nothing
   * @throws IllegalArgumentException if an entry is no host: the server must not start half-guarded
   */
  public static AllowedHosts parse(String list) {
    Set<Place> places = new HashSet<>();
    for (String entry : List.of(list.split(",", -1))) {
      if (!entry.isBlank()) {
        places.add(place(entry.strip().toLowerCase(Locale.ROOT)));
      }
    }
    return new AllowedHosts(places);
  }

  private static Place place(String entry) {
    if (ENTRY.matcher(entry).matches()) {
      Place place = place(URI.create(entry.contains("://") ? entry : "https://" + entry));
      if (place != null) {
        return place;
      }
    }
    throw new IllegalArgumentException(
        "gateway-hosts: write host, host:port or http://host:port, not " + entry);
  }

  /** True if a request to this address stays on a listed host, port and protocol. */
  public boolean allows(URI uri) {
    Place place = uri.getRawUserInfo() == null ? place(uri) : null;
    return place != null && places.contains(place);
  }

  private static @Nullable Place place(URI uri) {
    String scheme = uri.getScheme();
    String host = uri.getHost();
    if (scheme == null || host == null) {
      return null;
    }
    String known = scheme.toLowerCase(Locale.ROOT);
    int standard = known.equals("https") ? 443 : known.equals("http") ? 80 : -1;
    int port = uri.getPort() == -1 ? standard : uri.getPort();
    return standard == -1 ? null : new Place(known, host.toLowerCase(Locale.ROOT), port);
  }
}
