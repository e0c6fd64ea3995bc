package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.mail.Mail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page behind the link of a notice, in three languages, on two screens. */
@WithKeycloak
class NewsPageIT {

  private static final Pattern LINK = Pattern.compile("https?://\\S+/twostep/news/[0-9a-f]{32}");

  private static Stage stage;

  @BeforeAll
  static void open(TestEnvironment environment, RealmApi realm) {
    stage = Stage.open(environment, realm);
    if (realm.get("clients?clientId=twostep-account").orFail().json().isEmpty()) {
      realm.createClient(
          Map.of(
              "clientId",
              "twostep-account",
              "publicClient",
              true,
              "redirectUris",
              List.of(environment.url() + "/realms/" + realm.name() + "/twostep/*")));
    }
  }

  @AfterEach
  void askNobodyElse() {
    stage.assertQuiet();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void asksAndThenSaysWhatWasDone() {
    Person person = stage.required("news", Map.of("factors", "sms"));
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);
    visitor.page().fill("#number", person.nationalNumber());
    visitor.press("send").answer(stage.smsCode(person, 1)).assertLoggedIn();

    Page page = visitor.page();
    page.navigate(link(person));
    Tour tour = new Tour(visitor);
    tour.look("news");
    visitor.press("not-mine");
    assertThat(page.locator("#twostep-password").isVisible()).isTrue();
    tour.look("news-not-mine");
  }

  private static String link(Person person) {
    return Eventually.get(
        "a notice", Duration.ofSeconds(20), () -> lastLink(person.name() + "@example.test"));
  }

  private static Optional<String> lastLink(String address) {
    return stage.environment().mail().mailsTo(address).stream()
        .map(Mail::text)
        .map(LINK::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }
}
