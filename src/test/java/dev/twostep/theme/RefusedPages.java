package dev.twostep.theme;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The page that refuses, once for each reason. */
final class RefusedPages {

  private RefusedPages() {}

  static List<Page> all() {
    return Stream.of(
            "UnreadablePolicy",
            "NoAllowedFactor",
            "NotConfigured",
            "NoEmail",
            "Locked",
            "AppPasswordNoFactor",
            "AppPasswordNoApplication",
            "OnlyOffice",
            "PassOver",
            "Unavailable")
        .map(
            reason -> Page.of("refused-" + reason, "twostep-refused.ftl", Map.of("reason", reason)))
        .toList();
  }
}
