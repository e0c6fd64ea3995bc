package dev.twostep.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.portal.KnownPortal;
import dev.twostep.domain.portal.PhotoLink;
import dev.twostep.keycloak.portal.CatalogueFile;
import dev.twostep.keycloak.portal.PortalSaid;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever the pages of portals may say has its words, and there are no words for anything else.
 */
class PortalTextsTest {

  private static final String SAID = "twostepPortalSaid-";
  private static final String CLOSED = "twostepPhotoClosed-";

  @Test
  void everyAnswerHasItsWords() {
    assertThat(ended(SAID)).isEqualTo(PortalSaid.words());
    assertThat(PortalSaid.of("added")).contains(new PortalSaid("added"));
    assertThat(PortalSaid.of("<script>")).isEmpty();
    assertThat(PortalSaid.of(null)).isEmpty();
  }

  @Test
  void everyDeadLinkSaysWhatToDo() {
    assertThat(ended(CLOSED))
        .isEqualTo(
            Stream.of(PhotoLink.Standing.values())
                .map(PhotoLink.Standing::word)
                .filter(word -> !Set.of("ready", "here").contains(word))
                .collect(Collectors.toSet()));
  }

  @Test
  void everyVariantOfThePortalsIsExplained() {
    Set<String> variants =
        CatalogueFile.catalogue().portals().stream()
            .map(KnownPortal::variant)
            .filter(variant -> !variant.isEmpty())
            .collect(Collectors.toSet());

    assertThat(ended("twostepPortalVariant-")).isEqualTo(variants);
    assertThat(ended("twostepPortalHow-")).containsAll(variants);
  }

  private static Set<String> ended(String beginning) {
    return Texts.ours(Locale.ENGLISH).stringPropertyNames().stream()
        .filter(key -> key.startsWith(beginning))
        .map(key -> key.substring(beginning.length()))
        .collect(Collectors.toSet());
  }
}
