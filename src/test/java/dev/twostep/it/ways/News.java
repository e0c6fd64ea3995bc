package dev.twostep.it.ways;

import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.mail.Mail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people of one realm are told about their factors. */
record News(TestEnvironment environment, RealmApi realm) {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Pattern LINK =
      Pattern.compile("https?://\\S+/realms/[^/\\s]+/twostep/news/[0-9a-f]{32}");

  /** Sets Twostep up, with the client by which its pages log in. */
  static News in(TestEnvironment environment, RealmApi realm) {
    realm.setUpTwostep();
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
    return new News(environment, realm);
  }

  static String linkIn(String text) {
    Matcher link = LINK.matcher(text);
    if (!link.find()) {
      throw new AssertionError("no link to news in: " + text);
    }
    return link.group();
  }

  static boolean isNews(String text) {
    return LINK.matcher(text).find();
  }

  /** The latest news in the mailbox of {@code <name>@example.test}. */
  Mail mail(String name) {
    return Eventually.get("news by mail to " + name, PATIENCE, () -> last(mails(name)));
  }

  List<Mail> mails(String name) {
    return environment.mail().mailsTo(name + "@example.test").stream()
        .filter(mail -> isNews(mail.text()))
        .toList();
  }

  String sms(String number) {
    return Eventually.get("news by SMS to " + number, PATIENCE, () -> last(smsNews(number)));
  }

  List<String> smsNews(String number) {
    return environment.gateway().inbox(number).stream().filter(News::isNews).toList();
  }

  private static <T> Optional<T> last(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Enters a number and the code that comes to it; the page before is the one that asks. */
  Page bindPhone(Visitor visitor, Page asks, String number) {
    int before = environment.gateway().codes(number).size();
    Page confirm =
        visitor.press(asks, Map.of("country", "DE", "number", number, "twostepAction", "send"));
    String text = environment.gateway().awaitSms(number, before + 1, PATIENCE);
    return visitor.code(confirm, dev.twostep.fixture.gateway.SmsGatewayDouble.codeIn(text));
  }

  /** A user whose next login asks for these factors, of which they may have some already. */
  String required(NewUser user, String factors) {
    String id = realm.createUser(user);
    realm.policy(
        "user", id, Map.of("requirement", "required", "factors", List.of(factors.split(","))));
    return id;
  }

  String credential(String user, String type) {
    for (var credential : realm.credentials(user)) {
      if (credential.path("type").asText().equals(type)) {
        return credential.path("id").asText();
      }
    }
    throw new AssertionError("no " + type);
  }
}
