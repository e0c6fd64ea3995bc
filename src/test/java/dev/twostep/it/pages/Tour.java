package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.twostep.fixture.browser.PageCheck;
import dev.twostep.fixture.browser.Screen;
import java.util.List;

/** Looks at the page where a visitor is, in every language and on every screen. */
final class Tour {

  private static final List<String> LANGUAGES = List.of("de", "nl", "en");

  /** Colours, labels and order are the same in every language, and looking at them takes long. */
  private static final String LONGEST_TEXTS = "de";

  /** Keycloak's own tooltip hangs out invisibly on all of its pages. */
  private static final String TOO_WIDE =
      "[...document.body.querySelectorAll(':not(.kc-tooltip-text)')]"
          + ".filter(e => e.getBoundingClientRect().right > innerWidth).length";

  private final Visitor visitor;

  Tour(Visitor visitor) {
    this.visitor = visitor;
  }

  void look(String name) {
    look(name, () -> {});
  }

  /** For what another language would wipe off the page, an error for example: do it again. */
  void look(String name, Runnable again) {
    for (String language : LANGUAGES) {
      visitor.speak(language);
      again.run();
      for (Screen screen : Screen.values()) {
        visitor.page().setViewportSize(screen.width(), screen.height());
        check(name + "-" + language, language);
      }
    }
  }

  private void check(String name, String language) {
    Page page = visitor.page();
    PageCheck.screenshot(page, name);
    if (language.equals(LONGEST_TEXTS)) {
      PageCheck.assertAccessible(page);
    }
    assertThat(page.locator("html").getAttribute("lang")).as(name).isEqualTo(language);
    assertThat(visitor.text())
        .as("no message key on " + name)
        .doesNotContainIgnoringCase("twostep");
    assertThat(page.evaluate(TOO_WIDE)).as(name + " needs no scrolling to the side").isEqualTo(0);
  }
}
