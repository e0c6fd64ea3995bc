package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nobody gets past the code page by asking the server for something else. */
@WithKeycloak
class SkippingIT {

  private final RealmApi realm;
  private final Site site;

  SkippingIT(TestEnvironment environment, RealmApi realm) {
    this.realm = realm;
    this.site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
  }

  @BeforeAll
  static void requireCodes(TestEnvironment environment, RealmApi realm) {
    Site.of(environment, realm, "sms");
  }

  @Test
  @AbuseCase("A46")
  @DisplayName("A46 posting to any other execution of the flow does not skip the code")
  void otherExecutionsDoNotSkip() {
    Person ann = site.person("skip-ann");
    Login login = site.login(ann);
    String code = site.newestCode(ann);
    String action = login.page().action().toString();
    List<String> ids = executions();
    assertThat(ids).hasSizeGreaterThan(3);

    for (String id : ids) {
      String other = action.replaceFirst("execution=[^&]*", "execution=" + id);
      for (Map<String, String> fields :
          List.of(
              Map.<String, String>of(),
              Map.of("username", ann.name(), "password", Person.PASSWORD))) {
        assertStillAsked(login, login.browser().post(URI.create(other), fields));
      }
    }
    assertThat(login.answer(code).code()).isPresent();
  }

  @Test
  @AbuseCase("A46")
  @DisplayName("A46 neither an old action URL nor a required-action URL skips the code")
  void otherAddressesDoNotSkip() {
    Person bob = site.person("skip-bob");
    var browser = site.browsers().get();
    Page form = browser.open(realm.name(), TestEnvironment.CLIENT);
    Map<String, String> password = Map.of("username", bob.name(), "password", Person.PASSWORD);
    Login login = new Login(browser, browser.submit(form, password));
    String code = site.newestCode(bob);

    assertStillAsked(login, browser.post(form.action(), password));
    String query = login.page().action().getRawQuery().replaceFirst("execution=[^&]*&?", "");
    for (String required :
        List.of("UPDATE_PASSWORD", "CONFIGURE_TOTP", "twostep-second-step-guard", "")) {
      String address =
          "/realms/%s/login-actions/required-action?%s&execution=%s"
              .formatted(realm.name(), query, required);
      assertStillAsked(login, browser.get(address));
      assertStillAsked(login, browser.post(form.uri().resolve(address), Map.of()));
    }
    assertThat(login.answer(code).code()).isPresent();
  }

  @Test
  @AbuseCase("A46")
  @DisplayName("A46 actions and factors that the page does not offer do not skip the code")
  void foreignActionsDoNotSkip() {
    Person cat = site.person("skip-cat");
    Login login = site.login(cat);
    String code = site.newestCode(cat);

    for (String action :
        List.of("postpone", "later", "never", "accept", "change", "send", "back", "another", "")) {
      assertStillAsked(login, login.act(action));
    }
    for (String factor : List.of("totp", "passkey", "recovery-codes", "email", "none")) {
      assertStillAsked(login, login.choose(factor));
    }
    Map<String, String> enrolment =
        Map.of("twostepAction", "send", "country", "DE", "number", "01512 3456789");
    assertStillAsked(login, login.browser().submit(login.page(), enrolment));
    assertThat(site.messagesTo(cat)).isEqualTo(1);
    assertThat(login.answer(code).code()).isPresent();
  }

  /** Not logged in, and still at the code; leaves the login at its code page. */
  private void assertStillAsked(Login login, Page answer) {
    assertThat(answer.code()).as("%s", answer.uri()).isEmpty();
    assertThat(login.resume().has("input[name=code]")).as("%s", login.page().text()).isTrue();
  }

  private List<String> executions() {
    String flow = realm.representation().get("browserFlow").asText().replace(" ", "%20");
    List<String> ids = new ArrayList<>();
    for (JsonNode execution : realm.get("authentication/flows/" + flow + "/executions").json()) {
      ids.add(execution.get("id").asText());
    }
    return ids;
  }
}
