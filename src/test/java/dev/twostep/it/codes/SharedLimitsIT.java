package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.Misbehaviour;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where the limits that all accounts share end text messages, and how logins go on. */
@WithKeycloak
class SharedLimitsIT {

  private final TestEnvironment environment;

  SharedLimitsIT(TestEnvironment environment) {
    this.environment = environment;
  }

  @Test
  @DisplayName("B18 a country that is disabled: the login goes on by e-mail and says so")
  @AbuseCase("B18")
  void country() {
    Barred barred =
        Barred.in(environment, "limits-country", Map.of("twostep.sms.countries", "DE,*=disable"));
    Person ann = barred.person("ann", "+12015550123");
    Login login = barred.site().login(ann);

    assertThat(login.page().text()).contains(Barred.EMAIL_INSTEAD);
    assertThat(login.answer(barred.mailCode(ann)).code()).isPresent();
    assertThat(barred.messagesTo(ann.phone())).isZero();
    assertThat(barred.reason(ann)).contains("country");
  }

  @Test
  @DisplayName("B18 invalid for the gateway or barred by us: the same page, no oracle")
  @AbuseCase("B18")
  void samePage() {
    Barred barred =
        Barred.in(
            environment,
            "limits-kind",
            Map.of("twostep.factors", "sms", "twostep.fallback", "none"));
    Person premium = barred.person("premium", "+499001234567");
    Person invalid = barred.person("invalid", "+4915201239999");
    environment
        .gateway()
        .behaveFor(invalid.phone(), Misbehaviour.of(Misbehaviour.Kind.ERROR_INSIDE));
    barred.realm().attribute("twostep.sms.success", "2xx /status=accepted");
    String ours = notice(barred.site().login(premium));
    Login theirs = barred.site().login(invalid);
    Eventually.holds(
        "the gateway's refusal", Site.PATIENCE, () -> notice(theirs).contains("could not be sent"));

    assertThat(ours).contains(Barred.NOT_SENT);
    assertThat(notice(theirs)).isEqualTo(ours);
    assertThat(barred.messagesTo(premium.phone())).isZero();
    assertThat(barred.reason(premium)).contains("number-kind");
    assertThat(barred.site().books().messages(invalid)).as("what failed counts").isEqualTo(1);
  }

  @Test
  @DisplayName("A16 a prefix that is full is blocked with a reason, an alarm and an override")
  @AbuseCase("A16")
  void prefix() {
    Barred barred =
        Barred.in(environment, "limits-prefix", Map.of("twostep.limit.per-prefix", "2"));
    barred.site().login(barred.person("one", "+4915201110001"));
    barred.site().login(barred.person("two", "+4915201110002"));
    Person three = barred.person("three", "+4915201110003");
    Login login = barred.site().login(three);

    assertThat(login.page().text()).contains(Barred.EMAIL_INSTEAD);
    assertThat(barred.reason(three)).contains("prefix");
    assertThat(barred.alerts()).contains("prefix-blocked");
    JsonNode block = barred.realm().get("twostep/blocks").orFail().json().get(0);
    assertThat(block.path("prefix").asText()).isEqualTo("+491520111");
    assertThat(block.path("reason").asText()).isEqualTo("prefix");

    barred.realm().post("twostep/blocks/491520111/override?hours=2", Map.of()).orFail();
    Person four = barred.person("four", "+4915201110004");
    assertThat(barred.site().login(four).answer(barred.site().newestCode(four)).code()).isPresent();
    barred.realm().delete("twostep/blocks/491520111/override").orFail();
    Person five = barred.person("five", "+4915201110005");
    assertThat(barred.site().login(five).page().text()).contains(Barred.EMAIL_INSTEAD);
    assertThat(barred.realm().delete("twostep/blocks/491520111/override").status()).isEqualTo(404);
    assertThat(barred.realm().post("twostep/blocks/x/override", Map.of()).status()).isEqualTo(400);
    assertThat(barred.realm().adminEvents().toString()).contains("TWOSTEP_BLOCK");
    Person other = barred.person("other", "+4915201120001");
    assertThat(barred.site().login(other).page().text()).doesNotContain(Barred.EMAIL_INSTEAD);
  }

  @Test
  @DisplayName("the day's money is spent: e-mail goes on, administrators see how much and hear it")
  void budget() {
    Map<String, String> attributes =
        Map.of(
            "twostep.sms.prices", "sms * 0.40",
            "twostep.sms.budget", "1.00",
            "twostep.sms.currency", "EUR");
    Barred barred = Barred.in(environment, "limits-budget", attributes);
    barred.site().login(barred.person("one", "+4915201210001"));
    barred.site().login(barred.person("two", "+4915201210002"));
    Person three = barred.person("three", "+4915201210003");
    Login login = barred.site().login(three);

    assertThat(login.answer(barred.mailCode(three)).code()).isPresent();
    assertThat(barred.reason(three)).contains("budget");
    JsonNode spending = barred.realm().get("twostep/spending").orFail().json();
    assertThat(spending.path("today").asText()).isEqualTo("0.80");
    assertThat(spending.path("budget").asText()).isEqualTo("1.00");
    assertThat(spending.path("currency").asText()).isEqualTo("EUR");
    assertThat(barred.alerts()).contains("budget-80", "budget-100");
  }

  @Test
  @DisplayName(
      "an organization's budget is charged beside the realm's, and ends its members' texts")
  void budgetOfAnOrganization() {
    Barred barred =
        Barred.in(environment, "limits-org", Map.of("twostep.sms.prices", "sms * 0.40"));
    String organization = barred.realm().createOrganization("thrifty");
    barred.realm().organizationAttribute(organization, "twostep.sms.budget", "0.50");
    Person one = barred.person("one", "+4915201310001");
    Person two = barred.person("two", "+4915201310002");
    barred.realm().joinOrganization(one.id(), organization);
    barred.realm().joinOrganization(two.id(), organization);
    barred.site().login(one);

    assertThat(barred.site().login(two).page().text()).contains(Barred.EMAIL_INSTEAD);
    JsonNode own =
        barred.realm().get("twostep/spending").orFail().json().path("organizations").get(0);
    assertThat(own.path("alias").asText()).isEqualTo("thrifty");
    assertThat(own.path("today").asText()).isEqualTo("0.40");
  }

  @Test
  @DisplayName("one client address has its messages over all accounts; then no message at all")
  void perAddress() {
    Barred barred = Barred.in(environment, "limits-ip", Map.of("twostep.limit.per-ip", "2/10m"));
    barred.site().login(barred.person("one", "+4915201410001"));
    barred.site().login(barred.person("two", "+4915201410002"));
    Person three = barred.person("third", "+4915201410003");
    Login login = barred.site().login(three);

    assertThat(notice(login)).contains(Barred.NOT_SENT);
    assertThat(barred.messagesTo(three.phone())).isZero();
    assertThat(environment.mail().mailsTo(three.email())).isEmpty();
    assertThat(barred.reason(three)).contains("ip");
    assertThat(barred.alerts()).contains("ip-limit");
  }

  @Test
  @DisplayName("A50 wrong answers on many accounts: alarm, and the address that gives them waits")
  @AbuseCase("A50")
  void grind() {
    Barred barred =
        Barred.in(environment, "limits-grind", Map.of("twostep.limit.wrong-alarm", "8/10m"));
    for (int n = 0; n < 8; n++) {
      Person victim = barred.person("victim-" + n, "+491520151000" + n);
      Login login = barred.site().login(victim);
      login.answer(Site.wrong(barred.site().newestCode(victim)));
    }

    barred.awaitAlert("wrong-answers");
    Person next = barred.person("next", "+4915201520001");
    Login login = barred.site().login(next);
    String code = barred.site().newestCode(next);
    assertThat(login.answer(code).code()).isEmpty();
    assertThat(barred.site().books().wrongAnswers(next)).isZero();
    barred.realm().attribute("twostep.limit.wrong-alarm", "off");
    Eventually.holds(
        "the end of the alarm", Site.PATIENCE, () -> login.answer(code).code().isPresent());
  }

  private static String notice(Login login) {
    return login.resume().document().select("#twostep-delivery").text();
  }
}
