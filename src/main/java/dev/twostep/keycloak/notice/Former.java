package dev.twostep.keycloak.notice;

import dev.twostep.application.delivery.Letter;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.notice.Channels;
import dev.twostep.domain.notice.Recipient;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Addresses that a user had before a change, as news carry them. */
public final class Former {

  private Former() {}

  /** Those of one kind; an address that nobody had proven is among them, for it was theirs. */
  public static List<Letter.Address> addresses(Channels before, FactorKind kind) {
    Optional<Recipient> phone = before.phone().map(Recipient::of);
    Stream<Recipient> mail =
        Stream.concat(before.pinned().stream(), before.profile().stream()).map(Recipient::of);
    return (kind == FactorKind.SMS
            ? phone.stream()
            : kind == FactorKind.EMAIL ? mail : Stream.<Recipient>empty())
        .map(one -> new Letter.Address(one.channel(), one.to(), Locale.ROOT, ""))
        .toList();
  }
}
