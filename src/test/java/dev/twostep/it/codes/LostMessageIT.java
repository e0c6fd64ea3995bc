package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.ReceiptSender;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A service took the message and tells later that it was lost: the same code goes on. */
@WithKeycloak
class LostMessageIT {

  private static final String LOST = "status=UNDELIV";

  private final TestEnvironment environment;

  LostMessageIT(TestEnvironment environment) {
    this.environment = environment;
  }

  @Test
  @DisplayName("A lost message goes out once more, by the second gateway, with the same code")
  void theSecondGatewayCarriesOn() {
    Site site = site("lost-backup", "sms");
    Person ann = site.person("lost-ann");
    Login login = site.login(ann);
    String code = site.newestCode(ann);

    lose(site, ann);

    String again = environment.backup().awaitSms(ann.phone(), Site.PATIENCE);
    assertThat(SmsGatewayDouble.codeIn(again)).isEqualTo(code);
    assertThat(site.books().messages(ann)).as("counted once").isEqualTo(1);
    assertThat(login.answer(code).code()).isPresent();
  }

  @Test
  @DisplayName("Lost twice it comes by e-mail, also to those who go there by themselves")
  void mailIsNext() {
    Site site = site("lost-mail", "sms,email");
    site.realm().attribute("twostep.fallback", "email");
    Person bob = site.person("lost-bob");
    Login login = site.login(bob);
    String code = site.newestCode(bob);
    lose(site, bob);
    environment.backup().awaitSms(bob.phone(), Site.PATIENCE);
    loseByBackup(site, bob);

    String text = environment.mail().awaitMail(bob.email(), Site.PATIENCE).text();
    assertThat(SmsGatewayDouble.codeIn(text)).isEqualTo(code);
    Eventually.holds(
        "the page to say so",
        Site.PATIENCE,
        () -> login.resume().text().contains("We could not reach your phone"));
    login.switchTo("email");

    assertThat(login.page().text()).doesNotContain("Please wait");
    assertThat(environment.mail().mailsTo(bob.email())).hasSize(1);
    assertThat(login.answer(code).code()).isPresent();
    assertThat(
            site.realm()
                .latestEvent(bob.id(), "LOGIN")
                .path("details")
                .path("twostep_factor")
                .asText())
        .isEqualTo("email");
  }

  /** By the address that the message itself named. */
  private void lose(Site site, Person person) {
    URI named = URI.create(site.gateway().requestsFor(person.phone()).get(0).field("receipt"));
    ReceiptSender service = service(site);
    String id = service.latestTry(person.id());
    assertThat(named.getPath()).endsWith("/twostep/receipts/sms/" + id);
    assertThat(service.send("sms", id, LOST)).isEqualTo(204);
  }

  private void loseByBackup(Site site, Person person) {
    Eventually.holds(
        "the second try to be logged",
        Site.PATIENCE,
        () -> !site.messageLog(person, "backup").isEmpty());
    String id = site.messageLog(person, "backup").get(0);
    assertThat(service(site).send("backup", id, LOST)).isEqualTo(204);
  }

  private ReceiptSender service(Site site) {
    return new ReceiptSender(environment.url(), site.realm().name(), environment.database());
  }

  private Site site(String hint, String factors) {
    RealmApi realm = environment.newRealm(hint);
    Map<String, String> attributes = new HashMap<>(ReceiptSender.settings());
    attributes.put("twostep.sms.body", "to={to}\ntext={text}\nreceipt={receipt}");
    attributes.put("twostep.sms.backup.gateway", "http");
    attributes.put("twostep.sms.backup.url", environment.backupUrl());
    attributes.put("twostep.sms.backup.body", "to={to}\ntext={text}");
    attributes.put("twostep.sms.backup.receipt-secret", ReceiptSender.SECRET);
    attributes.put("twostep.sms.backup.receipt-status", "status delivered=DELIVRD failed=UNDELIV");
    realm.attributes(attributes);
    return Site.of(environment, realm, factors);
  }
}
