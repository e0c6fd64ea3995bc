package dev.twostep.keycloak.portal;

import dev.twostep.application.portal.PhotographedKey;
import dev.twostep.application.portal.PictureRefusal;
import dev.twostep.domain.factor.FactorName;
import dev.twostep.domain.portal.KeyRefusal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a page says after something was done; the word travels in its address. */
public record PortalSaid(String word) {

  private static final Set<String> GOOD =
      Set.of(
          "added",
          "renamed",
          "paused",
          "resumed",
          "removed",
          "active",
          "sent",
          "came",
          "confirmed",
          "dropped",
          "proven",
          "again");

  private static final Set<String> BAD =
      Set.of(
          "different",
          "name-taken",
          "full",
          "over",
          "ended",
          "code-missing",
          "code-wrong",
          "clock-fast",
          "clock-slow",
          "sms-wait",
          "sms-limit",
          "sms-barred",
          "number-missing",
          "number-wrong",
          "picture-missing",
          "locked");

  /** All that a page can say. */
  public static Set<String> words() {
    return Stream.of(
            GOOD.stream(),
            BAD.stream(),
            Stream.of(KeyRefusal.values()).map(PhotographedKey::flaw),
            Stream.of(PictureRefusal.values()).map(PhotographedKey::flaw),
            Stream.of(FactorName.Flaw.values()).map(flaw -> "name-" + flaw.word()))
        .flatMap(words -> words)
        .collect(Collectors.toSet());
  }

  /** Empty for what no page says. */
  public static Optional<PortalSaid> of(@Nullable String word) {
    return Optional.ofNullable(word).filter(words()::contains).map(PortalSaid::new);
  }

  public boolean isGood() {
    return GOOD.contains(word);
  }

  /** The key of its message. */
  public String key() {
    return "twostepPortalSaid-" + word;
  }
}
