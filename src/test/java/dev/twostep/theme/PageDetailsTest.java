package dev.twostep.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What a phone's keyboard, a password manager and a screen reader rely on. */
class PageDetailsTest {

  @Test
  void codeIsOneFieldThatAutofillKnows() {
    Element code = render("code-sms").getElementById("code");
    assertThat(code.attr("autocomplete")).isEqualTo("one-time-code");
    assertThat(code.attr("inputmode")).isEqualTo("numeric");
    assertThat(code.attr("type")).isEqualTo("text");
    assertThat(code.hasAttr("autofocus")).isTrue();
    assertThat(code.hasAttr("maxlength")).isFalse();
  }

  @Test
  void recoveryCodeIsNotNumeric() {
    Element code = render("code-recovery-number").getElementById("code");
    assertThat(code.attr("autocomplete")).isEqualTo("off");
    assertThat(code.hasAttr("inputmode")).isFalse();
    assertThat(render("code-recovery-number").select("label[for=code]").text())
        .contains("number 3");
  }

  @Test
  void tellsWhereTheCodeWentAndHowLongItIsValid() {
    assertThat(render("code-sms").getElementById("twostep-sent-to").text())
        .contains("•••• 12", "5 minutes");
  }

  @Test
  void withoutJavaScriptTheWaitIsReadAndTheButtonsWork() {
    Document html = render("code-sms-sending");
    assertThat(html.getElementById("twostep-resend-wait").text()).contains("30 seconds");
    assertThat(html.getElementById("twostep-resend").hasAttr("disabled")).isFalse();
    assertThat(html.getElementById("twostep-another").attr("type")).isEqualTo("submit");
  }

  @Test
  void theScriptFindsEveryStateOfTheDelivery() {
    Document html = render("code-sms-sending");
    assertThat(html.getElementById("twostep-delivery").attr("data-url"))
        .isEqualTo("/realms/acme/twostep/delivery?id=1&x=2");
    assertThat(html.select("template").eachAttr("data-twostep-state"))
        .containsExactly("sending", "sent", "delivered", "undelivered", "moved", "busy", "failed");
    assertThat(render("code-sms").select("template")).isEmpty();
  }

  @Test
  void withoutJavaScriptALinkLooksAgainAndDoesNothingElse() {
    assertThat(render("code-sms-sending").select("noscript a").attr("href"))
        .isEqualTo("/realms/acme/login-actions/authenticate?tab_id=t");
    assertThat(render("code-sms-moved").select("noscript")).isEmpty();
  }

  @Test
  void tellsThatTheCodeWentByEmailInstead() {
    assertThat(render("code-sms-moved").getElementById("twostep-delivery").text())
        .contains("the same code by e-mail", "a•••@example.org");
  }

  @Test
  void aLostMessageOffersAnotherWayOnlyWhereThereIsOne() {
    assertThat(render("code-sms-undelivered").getElementById("twostep-delivery").text())
        .contains("could not be delivered", "another way");
    assertThat(render("code-sms-undelivered-only").getElementById("twostep-delivery").text())
        .contains("could not be delivered")
        .doesNotContain("another way");
  }

  @Test
  void onlyAnActionFromTheAccountConsoleCanBeCancelled() {
    assertThat(render("code-sms-account").select("[name=cancel-aia]")).hasSize(1);
    assertThat(render("code-sms-enrol").select("[name=cancel-aia]")).isEmpty();
  }

  @Test
  void passkeyDataCannotLeaveTheScript() {
    Document html = render("passkey");
    assertThat(html.select("script:not([src])").last().data())
        .contains("authenticateByWebAuthn(", "createTimeout: 60", "isUserIdentified: true")
        .contains("errmsg: \"");
  }

  private static Document render(String name) {
    Page page =
        Page.all().stream().filter(any -> any.name().equals(name)).findFirst().orElseThrow();
    return Jsoup.parse(
        Look.V2.render(page.template(), Surroundings.of(Look.V2, Locale.ENGLISH, page)));
  }
}
