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

/** "Forgot password": a link in a mailbox is one factor, so the second step comes all the same. */
@WithKeycloak
class ResetPasswordIT {

  private static final Pattern LINK = Pattern.compile("http\\S+action-token\\S+");

  @BeforeAll
  static void allowResets(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    realm.update(Map.of("resetPasswordAllowed", true));
  }

  @Test
  @AbuseCase("D10")
  @DisplayName("D10: the link of a reset asks for the second factor before there is a session")
  void asksBeforeSession(TestEnvironment environment, RealmApi realm) {
    String number = "+4915100100010";
    realm.createUser(NewUser.named("forgets").withPhone(number));
    Visitor visitor = Visitor.to(environment, realm);
    Page asked = visitor.browser().get(link(environment, visitor, "forgets"));

    assertThat(Stage.of(asked)).isEqualTo(Stage.ASKED);
    assertThat(visitor.open("app", Map.of("prompt", "none")).error()).hasValue("login_required");
    String text = environment.gateway().awaitSms(number, Duration.ofSeconds(20));
    Page reset = visitor.code(asked, SmsGatewayDouble.codeIn(text));
    assertThat(reset.has("input[name=password-new]")).as(reset.text()).isTrue();
    Page in =
        visitor
            .browser()
            .submit(reset, Map.of("password-new", "other", "password-confirm", "other"));
    assertThat(Stage.of(in)).isEqualTo(Stage.IN);
  }

  @Test
  @AbuseCase("D10")
  @DisplayName("D10: a user without a factor sets one up before the reset ends in a session")
  void enrolsBeforeSession(TestEnvironment environment, RealmApi realm) {
    realm.createUser(NewUser.named("bare-forgets"));
    Visitor visitor = Visitor.to(environment, realm);

    Page enrol = visitor.browser().get(link(environment, visitor, "bare-forgets"));

    assertThat(Stage.of(enrol)).isEqualTo(Stage.ENROL);
  }

  @Test
  @AbuseCase("D10")
  @DisplayName("D10: the link in another browser ends in no session either")
  void otherBrowser(TestEnvironment environment, RealmApi realm) {
    realm.createUser(NewUser.named("moves").withApp());
    String link = link(environment, Visitor.to(environment, realm), "moves");
    Visitor other = Visitor.to(environment, realm);
    Page page = other.browser().get(link);
    if (page.has("a[href*=login-actions]")) {
      page =
          other.browser().get(page.document().selectFirst("a[href*=login-actions]").absUrl("href"));
    }

    assertThat(page.isCallback()).isFalse();
    assertThat(other.open("app", Map.of("prompt", "none")).error()).hasValue("login_required");
  }

  @Test
  @AbuseCase("D12")
  @DisplayName("D12: 'try another way' within a reset opens no way around mail or second factor")
  void anotherWay(TestEnvironment environment, RealmApi realm) {
    realm.createUser(NewUser.named("tries").withApp());
    Visitor visitor = Visitor.to(environment, realm);
    Page form = resetForm(visitor);
    Page another =
        visitor.browser().submit(form, Map.of("username", "tries", "tryAnotherWay", "on"));
    assertThat(another.isCallback()).isFalse();
    assertThat(another.has("input[name=password-new]")).isFalse();

    Page asked = visitor.browser().get(link(environment, visitor, "tries"));
    Page still =
        visitor.press(asked, Map.of("tryAnotherWay", "on", "authenticationExecution", "x"));
    assertThat(still.isCallback()).isFalse();
    assertThat(still.has("input[name=password-new]")).isFalse();
    assertThat(visitor.open("app", Map.of("prompt", "none")).error()).hasValue("login_required");
  }

  private static String link(TestEnvironment environment, Visitor visitor, String username) {
    visitor.browser().submit(resetForm(visitor), Map.of("username", username));
    String text =
        environment.mail().awaitMail(username + "@example.test", Duration.ofSeconds(20)).text();
    Matcher link = LINK.matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return link.group();
  }

  private static Page resetForm(Visitor visitor) {
    Page form = visitor.open("app");
    return visitor
        .browser()
        .get(form.document().selectFirst("a[href*=reset-credentials]").absUrl("href"));
  }
}
