package dev.twostep.theme;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The page of a changed factor, before and after its question is answered. */
final class NewsPages {

  private NewsPages() {}

  static List<Page> all() {
    return Stream.of(
            Stream.of("suspends", "suspends-replacement", "turns-on", "logs-out", "forgets-devices")
                .flatMap(
                    effect ->
                        Stream.of("", "mine", "not-mine").map(a -> page(effect, a, "•••• 12"))),
            Stream.of(page("suspends", "", Page.HOSTILE).named("news-hostile")))
        .flatMap(pages -> pages)
        .toList();
  }

  private static Page page(String effect, String answer, String detail) {
    return Page.of(
        "news-" + effect + "-" + answer,
        "twostep-news.ftl",
        Map.of(
            "sentence", "twostepNews-added-sms",
            "detail", detail,
            "at", "22 November 2026 at 12:00:00 UTC",
            "answer", answer,
            "effect", effect,
            "token", "token",
            "passwordUrl", "/realms/acme/protocol/openid-connect/auth"));
  }
}
