package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The realm's own words for messages: checked when written, and never in a message's way. */
@WithKeycloak
class TextsIT {

  private static final String INJECTION = "{1}'${7*7} <#assign x=1>{0,choice,0#a}";

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final Site site;

  TextsIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
    this.site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
  }

  @BeforeEach
  void startWithoutTexts() {
    site.require("sms,email");
    realm.attribute("twostep.fallback", "email");
    realm.update(Map.of("displayName", "Example"));
    realm.delete("twostep/texts/en").orFail();
  }

  private String sms(String name) {
    Person person = site.person(name);
    site.login(person);
    return environment.gateway().awaitSms(person.phone(), 1, Site.PATIENCE);
  }

  @Test
  @DisplayName("A realm's own text is sent, and the answer tells its size")
  void ownTextsAreSent() {
    JsonNode answer =
        realm
            .put("twostep/texts/en", Map.of("twostepSmsCode", "Use {1} at {0} within {2} min"))
            .orFail()
            .json();

    JsonNode text = answer.path("twostepSmsCode");
    assertThat(text.path("alphabet").asText()).isEqualTo("GSM-7");
    assertThat(text.path("segments").asInt()).isEqualTo(1);
    assertThat(text.path("length").asInt()).isBetween(50, 160);
    assertThat(sms("texts-ann")).matches("(?s)Use [0-9]{6} at Example within 5 min\n@.*");
    assertThat(realm.get("twostep/texts/en").orFail().json()).isEqualTo(answer);

    realm.delete("twostep/texts/en").orFail();
    assertThat(realm.get("twostep/texts/en").orFail().json()).isEmpty();
    assertThat(sms("texts-bob")).contains("is your Example code");
  }

  @Test
  @DisplayName("All mistakes come back at once with hints, and nothing is changed")
  void mistakesChangeNothing() {
    Reply wrong =
        realm.put(
            "twostep/texts/fr",
            Map.of(
                "twostepSmsCode", "{0,choice,0#a}",
                "twostepVoiceCode", "no code",
                "twostepEmailSubject", "Your code for {0}",
                "loginTitle", "x"));

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().get("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("locale", "twostepSmsCode", "twostepVoiceCode", "loginTitle");
    assertThat(wrong.json().get("errors").findValuesAsText("hint"))
        .allMatch(hint -> hint.length() > 10);
    assertThat(realm.get("localization/fr").orFail().json()).isEmpty();
    for (String body : List.of("[]", "{}", "{\"twostepSmsCode\":1}")) {
      assertThat(realm.put("twostep/texts/en", body).status()).as(body).isEqualTo(400);
    }
  }

  @Test
  @DisplayName("A text that was written past the check is not sent, and setup reports it")
  void textsPastTheCheckAreNotSent() {
    for (String broken : List.of("{1", "nothing here", "{1} {0,choice,bad}", "{1} {9}")) {
      realm.post("localization/en", Map.of("twostepSmsCode", broken)).orFail();
      assertThat(sms("texts-" + broken.length())).as(broken).contains("is your Example code");
      assertThat(realm.get("twostep/setup").orFail().text()).contains("twostepSmsCode (en)");
    }
  }

  @Test
  @DisplayName("A realm's name is a name, whatever it looks like")
  void namesAreNotEvaluated() {
    realm.update(Map.of("displayName", INJECTION));
    realm
        .put("twostep/texts/en", Map.of("twostepSmsCode", "{1} {0}", "twostepEmailSubject", "{0}!"))
        .orFail();

    assertThat(sms("texts-cat")).contains(INJECTION);
    Person dan = site.person("texts-dan");
    site.login(dan).switchTo("email");
    assertThat(
            Optional.of(environment.mail().awaitMail(dan.email(), Site.PATIENCE))
                .map(mail -> mail.subject() + mail.text()))
        .get()
        .asString()
        .contains(INJECTION + "!")
        .doesNotContain("49 ");
  }
}
