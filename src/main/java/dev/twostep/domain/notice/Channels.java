package dev.twostep.domain.notice;

import dev.twostep.domain.contact.EmailAddress;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.factor.FactorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The channels of a user once a factor has changed.
 *
 * @param pinned the address that receives the user's codes whatever the profile says
 * @param profile the address in the profile
 */
public record Channels(
    Optional<PhoneNumber> phone,
    Optional<EmailAddress> pinned,
    Optional<EmailAddress> profile,
    boolean profileVerified) {

  /**
   * Everyone to be told, each once. The address that the change brought is left out: whoever
   * brought it is no proof that its owner did. An address that nobody has proven is told only where
   * there is no other.
   *
   * @param brought the kind whose address is new, if one is
   * @param formerly addresses that were the user's own until then
   */
  public List<Recipient> told(Optional<FactorKind> brought, List<Recipient> formerly) {
    List<Recipient> own = own();
    List<Recipient> fresh =
        own.stream().filter(one -> brought.filter(k -> k == one.channel()).isPresent()).toList();
    List<Recipient> told = others(Stream.concat(formerly.stream(), own.stream()), fresh);
    return told.isEmpty() ? others(profile.map(Recipient::of).stream(), fresh) : told;
  }

  private List<Recipient> own() {
    Stream<Recipient> email =
        pinned.or(() -> profile.filter(e -> profileVerified)).map(Recipient::of).stream();
    return Stream.concat(phone.map(Recipient::of).stream(), email).toList();
  }

  private static List<Recipient> others(Stream<Recipient> all, List<Recipient> fresh) {
    List<Recipient> told = new ArrayList<>();
    all.filter(one -> Stream.concat(fresh.stream(), told.stream()).noneMatch(one::isSameAs))
        .forEach(told::add);
    return List.copyOf(told);
  }
}
