package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ways to a session that make no device a trusted one, where all others would. */
@WithKeycloak
class NeverTrustedIT {

  private static final String TRUST_PAGE = "button#twostep-trust";
  private static final Pattern LINK = Pattern.compile("https?://\\S+action-token\\S+");

  @BeforeAll
  static void trustDevices(RealmApi realm) {
    realm.setUpTwostep();
    realm.update(Map.of("resetPasswordAllowed", true));
    realm.attributes(
        Map.of("twostep.requirement", "required", "twostep.occasion", "once-per-device"));
  }

  @Test
  @AbuseCase("F11")
  @DisplayName("F11: an administrator who acts as a user trusts no device, even with their code")
  void impersonators(TestEnvironment environment, RealmApi realm) {
    String user = realm.createUser(NewUser.named("f11-acted").withApp());
    Visitor own = Visitor.to(environment, realm);
    Visitor admin = Visitor.impersonating(environment, realm, user);

    Page ofOwner = own.app(own.login("f11-acted"), "f11-acted");
    Page ofAdmin = admin.nextApp(admin.open(TestEnvironment.CLIENT), "f11-acted");

    assertThat(ofOwner.has(TRUST_PAGE)).as(ofOwner.text()).isTrue();
    assertThat(Stage.of(ofAdmin)).as(ofAdmin.text()).isEqualTo(Stage.IN);
    assertThat(devices(environment, user)).isZero();
  }

  @Test
  @AbuseCase("F11")
  @DisplayName("F11: a reset password trusts no device")
  void resets(TestEnvironment environment, RealmApi realm) {
    String number = "+4915100110011";
    String user = realm.createUser(NewUser.named("f11-reset").withPhone(number));
    Visitor visitor = Visitor.to(environment, realm);
    Page form = visitor.open(TestEnvironment.CLIENT);
    Page reset = visitor.browser().get(href(form, "a[href*=reset-credentials]"));
    visitor.browser().submit(reset, Map.of("username", "f11-reset"));
    String mail =
        environment.mail().awaitMail("f11-reset@example.test", Duration.ofSeconds(20)).text();
    Matcher link = LINK.matcher(mail);
    assertThat(link.find()).as(mail).isTrue();

    Page asked = visitor.browser().get(link.group());
    String text = environment.gateway().awaitSms(number, Duration.ofSeconds(20));
    Page password = visitor.code(asked, SmsGatewayDouble.codeIn(text));
    Page in =
        visitor
            .browser()
            .submit(password, Map.of("password-new", "other", "password-confirm", "other"));

    assertThat(password.has("input[name=password-new]")).as(password.text()).isTrue();
    assertThat(Stage.of(in)).isEqualTo(Stage.IN);
    assertThat(devices(environment, user)).isZero();
  }

  private static String href(Page page, String link) {
    return page.document().selectFirst(link).absUrl("href");
  }

  private static int devices(TestEnvironment environment, String user) {
    return environment
        .database()
        .sql("select id from twostep_device where user_id = ?", user)
        .size();
  }
}
