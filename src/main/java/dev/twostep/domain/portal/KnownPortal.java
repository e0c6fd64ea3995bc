package dev.twostep.domain.portal;

import java.util.regex.Pattern;

/**
 * A portal that the catalogue names.
 *
 * @param key stored with users' portals and in rules of robots
 * @param host where its login is
 * @param variant ends message keys that say what is special about it; empty for nothing
 */
public record KnownPortal(String key, String name, String host, String variant) {

  private static final Pattern KEY = Pattern.compile("[a-z0-9-]{2,40}");
  private static final Pattern HOST =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");

  public KnownPortal {
    if (!KEY.matcher(key).matches()
        || !HOST.matcher(host).matches()
        || PortalName.flaw(name).isPresent()) {
      throw new IllegalArgumentException("the catalogue's portal " + key + " cannot be used");
    }
  }
}
