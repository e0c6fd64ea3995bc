package dev.twostep.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmailTest {

  private static final String ORIGIN_LINE = "@login.example.org #123456";

  static Stream<Locale> languages() {
    return Texts.LANGUAGES.stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  @AbuseCase({"A34", "J14"})
  void textEndsWithTheOriginAndEscapesNothing(Locale language) {
    String text = Look.EMAIL.render("text/twostep-code.ftl", model(language, "Smith & <Sons>"));
    assertThat(text.strip()).contains("123456", "Smith & <Sons>", "5 ").endsWith(ORIGIN_LINE);
  }

  @ParameterizedTest
  @MethodSource("languages")
  @AbuseCase({"A34", "J14"})
  void htmlShowsTheCodeAndEscapesTheName(Locale language) {
    var html =
        Jsoup.parse(Look.EMAIL.render("html/twostep-code.ftl", model(language, Page.HOSTILE)));
    assertThat(html.select("img")).isEmpty();
    assertThat(html.text()).contains("123456", Page.HOSTILE, ORIGIN_LINE);
  }

  @ParameterizedTest
  @MethodSource("languages")
  @DisplayName("J13 news name no full address and link to a page, not to an action")
  @AbuseCase("J13")
  void newsLinkToThePageOnly(Locale language) {
    Map<String, Object> model = model(language, Page.HOSTILE);
    model.put("sentence", "twostepNews-added-sms");
    model.put("detail", "•••• 89");
    model.put("at", "22 November 2026 at 12:00:00 UTC");
    model.put("link", "https://login.example.org/realms/acme/twostep/news/" + "0".repeat(32));
    String text = Look.EMAIL.render("text/twostep-news.ftl", model);
    var html = Jsoup.parse(Look.EMAIL.render("html/twostep-news.ftl", model));
    assertThat(text).contains("•••• 89", "UTC", (String) model.get("link"), Page.HOSTILE);
    assertThat(html.select("a").eachAttr("href")).containsExactly((String) model.get("link"));
    assertThat(html.select("img, form, button")).isEmpty();
  }

  private static Map<String, Object> model(Locale language, String organization) {
    Map<String, Object> model = new HashMap<>();
    model.put("msg", Surroundings.strictMessages(Texts.withKeycloaks(language, "email"), language));
    model.put("locale", language);
    model.put("ltr", true);
    model.put("code", "123456");
    model.put("minutes", 5);
    model.put("organization", organization);
    model.put("host", "login.example.org");
    model.put("originLine", ORIGIN_LINE);
    return model;
  }
}
