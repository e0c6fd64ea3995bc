package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A language that Twostep does not speak, added from outside: no line of Java, no new jar. */
@WithKeycloak
class NewLanguageIT {

  private static final Map<String, String> FRENCH =
      Map.of(
          "twostepCodeTitle", "Saisissez votre code",
          "twostepLabel-sms", "Code reçu par SMS",
          "twostepSmsCode", "{1} est votre code {0}, valable {2} min. Ne le donnez jamais.");

  private static Stage stage;

  @BeforeAll
  static void open(TestEnvironment environment, RealmApi realm) {
    stage = Stage.open(environment, realm);
    realm.update(Map.of("supportedLocales", List.of("en", "de", "nl", "fr", "sv")));
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
  void comesWithAMessagesFileOfATheme() throws IOException {
    assumeThat(System.getProperty("twostep.server", "distribution")).isEqualTo("distribution");
    Path theme = themes().resolve("twostep-french/login");
    Files.createDirectories(theme.resolve("messages"));
    Files.writeString(
        theme.resolve("theme.properties"), "parent=keycloak.v2\nlocales=en,de,nl,fr\n");
    Files.writeString(theme.resolve("messages/messages_fr.properties"), lines(FRENCH));
    stage.realm().update(Map.of("loginTheme", "twostep-french"));

    assertFrench(stage.required("fleur", Map.of(), Credential::phone), "fr");
  }

  @Test
  void comesWithTheTextsOfARealm() {
    stage.realm().update(Map.of("loginTheme", "keycloak.v2"));
    stage.realm().post("localization/sv", FRENCH);

    assertFrench(stage.required("sven", Map.of(), Credential::phone), "sv");
  }

  private static void assertFrench(Person person, String language) {
    Visitor visitor = stage.visitor(Screen.PHONE).logIn(person, Map.of("ui_locales", language));
    assertThat(visitor.text()).contains("Saisissez votre code").contains("Code reçu par SMS");
    assertThat(stage.environment().gateway().awaitSms(person.number(), Duration.ofSeconds(20)))
        .contains("est votre code");
    visitor.answer(stage.smsCode(person, 1)).assertLoggedIn();
  }

  private static Path themes() {
    return Path.of(System.getProperty("twostep.project"), "target/servers/tests/themes");
  }

  private static String lines(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(text -> text.getKey() + "=" + text.getValue())
        .collect(Collectors.joining("\n"));
  }
}
