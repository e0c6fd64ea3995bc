package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.mail.Mail;
import dev.twostep.fixture.mail.MailSink;
import dev.twostep.fixture.mail.RecordingSmtpServer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Names that somebody chose cannot change where a mail goes, or what it looks like. */
@WithKeycloak
class MailIT {

  private static final Set<String> HEADERS =
      Set.of(
          "date",
          "from",
          "reply-to",
          "to",
          "message-id",
          "subject",
          "mime-version",
          "content-type");

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final Site site;

  MailIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
    this.site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
  }

  @BeforeAll
  static void requireCodes(TestEnvironment environment, RealmApi realm) {
    Site.of(environment, realm, "email");
    realm.attributes(Map.of("twostep.first", "email", "twostep.fallback", "none"));
  }

  @Test
  @AbuseCase("A33")
  @DisplayName("A33 line breaks in names add no recipient and no header")
  void lineBreaksAddNothing() {
    String lineBreaks = "\r\nBcc: evil@evil.test\r\nX-Evil: yes\r\n\r\nevil body";
    Person ann = site.person("mail-ann");
    // Past Keycloak's own checks of a profile, which a user storage need not share.
    environment
        .database()
        .sql(
            "update user_entity set first_name = ?, last_name = ? where id = ?",
            "Ann" + lineBreaks,
            "A" + lineBreaks,
            ann.id());
    realm.post("clear-user-cache", Map.of());
    try (RecordingSmtpServer smtp = RecordingSmtpServer.start()) {
      Map<String, String> server = new HashMap<>(MailSink.smtpServer(smtp.port()));
      server.put("fromDisplayName", "Bank" + lineBreaks);
      realm.update(Map.of("smtpServer", server, "displayName", "Bank" + lineBreaks));
      site.login(ann);
      Eventually.holds("the mail", Site.PATIENCE, () -> smtp.lines().contains("."));

      assertThat(smtp.envelope())
          .containsExactly("MAIL FROM:<login@example.test>", "RCPT TO:<" + ann.email() + ">");
      assertThat(headers(smtp.lines())).isSubsetOf(HEADERS).contains("to", "subject");
    } finally {
      realm.update(Map.of("smtpServer", environment.mail().realmSettings(), "displayName", ""));
    }
  }

  @Test
  @AbuseCase("A34")
  @DisplayName("A34 HTML in names is text in the HTML part, and no link")
  void htmlInNamesIsText() {
    String name = "<a href=\"//evil.test\">Reset</a><img src=x onerror=alert(1)>";
    Person bob = site.person("mail-bob");
    realm.update(Map.of("displayName", name, "displayNameHtml", name));
    realm.updateUser(bob.id(), Map.of("firstName", "Bob"));
    try {
      site.login(bob);
      Mail mail = environment.mail().awaitMail(bob.email(), Site.PATIENCE);

      assertThat(Jsoup.parse(mail.html()).select("a, img, script")).isEmpty();
      assertThat(Jsoup.parse(mail.html()).text()).contains(name);
      assertThat(mail.html()).contains("&lt;a href");
      assertThat(mail.text()).contains(name).doesNotContain("&lt;");
    } finally {
      realm.update(Map.of("displayName", "", "displayNameHtml", ""));
    }
  }

  /** The names of the headers before the first empty line of the message. */
  private static Set<String> headers(List<String> lines) {
    return lines.subList(lines.indexOf("DATA") + 1, lines.size()).stream()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> !line.startsWith(" ") && !line.startsWith("\t"))
        .map(line -> line.substring(0, Math.max(line.indexOf(':'), 0)).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
