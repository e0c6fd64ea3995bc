package dev.twostep.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that a rendering cannot show. */
class TemplateSourceTest {

  private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]* src=)[^>]*>");

  static Stream<Path> templates() throws IOException {
    try (var files = Files.walk(Path.of("themes/any-theme/templates"))) {
      return files.filter(file -> file.toString().endsWith(".ftl")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void nothingEscapesTheEscaping(Path template) throws IOException {
    assertThat(Files.readString(template))
        .doesNotContain("no_esc", "noautoesc", "?eval", "?interpret");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void noInlineHandlerAndNoInlineScript(Path template) throws IOException {
    String source = Files.readString(template);
    assertThat(source).doesNotContainPattern("\\son[a-z]+=");
    // Keycloak's passkey script takes its data from an inline module.
    long allowed = template.endsWith("twostep-passkey.ftl") ? 1 : 0;
    Matcher scripts = INLINE_SCRIPT.matcher(source);
    assertThat(scripts.results().count()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void textsOnlyTakeValuesOfOurOwn(Path template) throws IOException {
    // MessageFormatterMethod resolves ${…} inside arguments against all attributes of the page.
    assertThat(Files.readString(template))
        .doesNotContainPattern("msg\\([^)]*,[^)]*(destination|hint|number|organization|name)\\b");
  }
}
