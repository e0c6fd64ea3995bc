package dev.twostep.domain.delivery;

import dev.twostep.domain.contact.PhoneNumber;
import java.util.List;
import java.util.OptionalInt;

/**
 * One entry of a realm's routes: a gateway, and for which numbers it is used.
 *
 * @param weight its share of first tries; empty if it takes only what others failed to deliver, as
 *     long as any entry has one
 * @param prefixes beginnings of numbers, such as {@code +49}; none means every number
 */
public record Route(String gateway, OptionalInt weight, List<String> prefixes) {

  public Route {
    prefixes = List.copyOf(prefixes);
  }

  boolean fits(PhoneNumber to) {
    return prefixes.isEmpty() || prefixes.stream().anyMatch(to.e164()::startsWith);
  }
}
