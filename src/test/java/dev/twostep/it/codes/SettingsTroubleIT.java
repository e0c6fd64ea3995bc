package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Settings that cannot work: nobody gets in by them, and page and log say what to mend. */
@WithKeycloak
class SettingsTroubleIT {

  private static final String SECRET = "not-a-secret-but-a-canary";

  private final TestEnvironment environment;

  SettingsTroubleIT(TestEnvironment environment) {
    this.environment = environment;
  }

  @Test
  @DisplayName("A policy value that nobody can read refuses the login and is named in the log")
  void unreadablePolicy() {
    Site site = site("trouble-policy", "sms");
    Person ann = site.person("settings-ann");
    site.realm().attribute("twostep.requirement", "sometimes");

    Login login = site.login(ann);

    assertThat(login.page().text())
        .contains("The rules for your login cannot be read.")
        .contains("Please tell your administrator.");
    assertThat(site.messagesTo(ann)).isZero();
    assertThat(logOf(site)).contains("twostep.requirement", "sometimes");

    site.realm().attribute("twostep.requirement", "off");
    assertThat(site.login(ann).page().isCallback()).isTrue();
  }

  @Test
  @DisplayName("A user without an e-mail address where only e-mail is allowed is told to get one")
  void userWithoutEmail() {
    Site site = site("trouble-email", "email");
    site.realm().attributes(Map.of("twostep.first", "email", "twostep.fallback", "none"));
    String id =
        site.realm()
            .createUser(
                Map.of(
                    "username", "settings-bob",
                    "enabled", true,
                    "firstName", "Bob",
                    "lastName", "Example",
                    "credentials", List.of(Credentials.password())));

    Login login = site.login(new Person(id, "settings-bob", ""));

    assertThat(login.page().text())
        .contains("your account has no e-mail address")
        .contains("Please ask your administrator to add it.");
    assertThat(login.page().isCallback()).isFalse();
  }

  @Test
  @DisplayName("A gateway that the operator has not allowed: the log names the setting")
  void gatewayNotAllowed() {
    Site site = site("trouble-gateway", "sms");
    site.realm().attribute("twostep.sms.url", "http://127.0.0.1:9/elsewhere");
    Person cat = site.person("settings-cat");

    Login login = site.login(cat);

    Eventually.holds(
        "the log to name it", Site.PATIENCE, () -> logOf(site).contains("twostep.sms.url"));
    Eventually.holds(
        "the page to say it",
        Site.PATIENCE,
        () -> login.resume().document().select("#twostep-delivery").text().contains("not be sent"));
    assertThat(site.messagesTo(cat)).isZero();
  }

  @Test
  @DisplayName("The gateway's key comes from the vault and is in no log and no answer")
  void gatewayKeyFromTheVault() {
    // The vault holds the file codes-vault_sms, so this realm needs that very name.
    Site template = site("trouble-vault", "sms");
    RealmApi realm = renamed(template.realm(), "codes-vault");
    realm.attributes(
        Map.of(
            "twostep.sms.headers", "Authorization: Bearer {secret}",
            "twostep.sms.secret", "${vault.sms}"));
    Site site = new Site(realm, template.browsers(), template.gateway(), template.database());
    Person dan = site.person("settings-dan");

    Login login = site.login(dan);
    String code = site.newestCode(dan);

    assertThat(site.gateway().requestsFor(dan.phone()).get(0).headers().get("authorization"))
        .isEqualTo("Bearer " + SECRET);
    assertThat(login.answer(code).code()).isPresent();
    assertThat(login.browser().exchanges()).noneMatch(e -> e.answer().contains(SECRET));
    assertThat(realm.representation().toString()).doesNotContain(SECRET);
    assertThat(environment.log()).doesNotContain(SECRET);
  }

  private Site site(String hint, String factors) {
    return Site.of(environment, environment.newRealm(hint), factors);
  }

  private RealmApi renamed(RealmApi realm, String name) {
    realm.update(Map.of("realm", name));
    return environment.admin().realm(name);
  }

  private String logOf(Site site) {
    return environment
        .log()
        .lines()
        .filter(line -> line.contains(site.realm().name()))
        .reduce("", (a, b) -> a + "\n" + b);
  }
}
