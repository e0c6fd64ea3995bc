package dev.twostep.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.twostep.fixture.AbuseCase;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of every page, in every look and language; a missing text fails the rendering. */
class PagesTest {

  private static final List<Look> LOOKS = List.of(Look.V2, Look.V1, Look.BASE);

  static Stream<Arguments> pages() {
    return Page.all().stream()
        .flatMap(
            page ->
                LOOKS.stream()
                    .flatMap(
                        look ->
                            Texts.LANGUAGES.stream()
                                .map(language -> arguments(page, look, language))));
  }

  @ParameterizedTest
  @MethodSource("pages")
  @AbuseCase("J14")
  void rendersSoundly(Page page, Look look, Locale language) {
    Document html =
        Jsoup.parse(look.render(page.template(), Surroundings.of(look, language, page)));
    assertNoTraces(html);
    assertFormsPostToTheLogin(html);
    assertEnterMeansTheMainAction(page, html);
    assertEveryControlHasALabel(html);
    page.errors().keySet().forEach(field -> assertErrorIsTiedTo(html, field));
    assertDataIsNoMarkup(page, html);
  }

  private static void assertNoTraces(Document html) {
    assertThat(html.text()).doesNotContain("{0}", "{n}", "??");
    assertThat(html.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(html.select("h1")).hasSize(1);
  }

  private static void assertFormsPostToTheLogin(Document html) {
    String others = ":not(#authn_select):not([method=get]):not([action$=/picture])";
    for (Element form : html.select("form" + others)) {
      assertThat(form.attr("action")).startsWith("/realms/acme/login-actions/authenticate?");
      assertThat(form.attr("method")).isEqualTo("post");
    }
  }

  private static void assertEnterMeansTheMainAction(Page page, Document html) {
    html.select("#twostep-form [type=submit]").stream()
        .findFirst()
        .ifPresent(first -> assertThat(first.attr("value")).isEqualTo(mainAction(page)));
  }

  private static void assertEveryControlHasALabel(Document html) {
    for (Element control :
        html.select("#twostep-form input:not([type=hidden]), #twostep-form select")) {
      assertThat(html.select("label[for=" + control.id() + "]").text()).isNotBlank();
      for (String id : control.attr("aria-describedby").trim().split("\\s+", -1)) {
        assertThat(id.isEmpty() || html.getElementById(id) != null).as(id).isTrue();
      }
    }
  }

  private static void assertDataIsNoMarkup(Page page, Document html) {
    assertThat(
            html.select(
                "img:not([src^=data:image/png;base64,]), [onerror], #twostep-form [tabindex]"))
        .isEmpty();
    if (page.name().endsWith("hostile")) {
      assertThat(html.text() + html.select("input").eachAttr("value")).contains(Page.HOSTILE);
    }
  }

  private static void assertErrorIsTiedTo(Document html, String field) {
    Element control = html.getElementById(field);
    Element error = html.getElementById("input-error-" + field);
    assertThat(error).isNotNull();
    assertThat(error.text()).isNotBlank();
    assertThat(control.attr("aria-describedby")).contains(error.id());
    assertThat(control.attr("aria-invalid")).isEqualTo("true");
  }

  private static String mainAction(Page page) {
    return switch (page.template()) {
      case "twostep-code.ftl", "twostep-app-codes.ftl", "twostep-invite-scan.ftl" -> "verify";
      case "twostep-invite-start.ftl", "twostep-photo-start.ftl" -> "start";
      case "twostep-app-password.ftl" -> "create";
      case "twostep-app-password-made.ftl" -> "done";
      case "twostep-app-start.ftl", "twostep-app-scan.ftl" -> "continue";
      case "twostep-app-bound.ftl" -> page.name().endsWith("recovery") ? "recovery" : "done";
      case "twostep-choose.ftl" -> "sms";
      case "twostep-offer.ftl" -> "accept";
      case "twostep-trust.ftl" -> "trust";
      case "twostep-passcode.ftl" -> "unlock";
      case "twostep-turn-off.ftl" -> "turn-off";
      case "twostep-news.ftl" -> page.name().endsWith("-mine") ? "not-mine" : "mine";
      case "twostep-passkey.ftl" -> "another";
      default -> "send";
    };
  }
}
