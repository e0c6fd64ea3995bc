package dev.twostep.domain.portal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The portals that are known by name. */
public record Catalogue(List<KnownPortal> portals) {

  /**
   * Takes them in any order.
   *
   * @throws IllegalArgumentException if two have the same key
   */
  public Catalogue {
    portals =
        portals.stream()
            .sorted(
                Comparator.comparing((KnownPortal one) -> one.name().toLowerCase(Locale.ROOT))
                    .thenComparing(KnownPortal::key))
            .toList();
    Set<String> keys = new HashSet<>();
    for (KnownPortal portal : portals) {
      if (!keys.add(portal.key())) {
        throw new IllegalArgumentException("the catalogue has " + portal.key() + " twice");
      }
    }
  }

  public Optional<KnownPortal> find(String key) {
    return portals.stream().filter(portal -> portal.key().equals(key)).findFirst();
  }

  /** All whose name or host has what was typed, however it is written; all of them for nothing. */
  public List<KnownPortal> search(String typed) {
    String wanted = plain(typed);
    return portals.stream()
        .filter(portal -> plain(portal.name() + " " + portal.host()).contains(wanted))
        .toList();
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
