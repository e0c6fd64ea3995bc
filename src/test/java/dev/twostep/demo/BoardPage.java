package dev.twostep.demo;

import dev.twostep.fixture.admin.AdminApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The HTML of the page "phone &amp; mailbox"; everything that is not ours is escaped. */
final class BoardPage {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private BoardPage() {}

  static String whole(List<Message> messages) {
    return resource("board.html")
        .replace("{{organizations}}", organizations())
        .replace("{{live}}", live(messages));
  }

  /** The part that changes: the app's code and the messages. */
  static String live(List<Message> messages) {
    return app() + (messages.isEmpty() ? nothingYet() : messages(messages));
  }

  static String welcome(Map<String, String> facts, String logout) {
    String rows =
        facts.entrySet().stream()
            .map(
                fact ->
                    "<dt>"
                        + escape(fact.getKey())
                        + "</dt><dd>"
                        + escape(fact.getValue())
                        + "</dd>")
            .collect(Collectors.joining());
    return resource("welcome.html")
        .replace("{{facts}}", rows)
        .replace("{{logout}}", escape(logout));
  }

  static String resource(String name) {
    try (InputStream in = BoardPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String organizations() {
    return DemoOrganization.all().stream()
        .map(
            organization ->
                "<li><h3>"
                    + escape(organization.name())
                    + "</h3><p>"
                    + escape(organization.rule())
                    + "</p><p class=users>"
                    + organization.users().stream()
                        .map(BoardPage::loginLink)
                        .collect(Collectors.joining(" "))
                    + "</p></li>")
        .collect(Collectors.joining());
  }

  private static String loginLink(String user) {
    return "<a class=button href='/login?user="
        + AdminApi.form(Map.of("u", user)).substring(2)
        + "'>Log in as "
        + escape(user)
        + "</a>";
  }

  private static String app() {
    return "<article class=app><header><span class=kind>App</span> <span class=to>"
        + DemoOrganization.WITH_APP
        + "’s authenticator</span></header><p>The code of this moment: <mark>"
        + DemoRealm.app().code()
        + "</mark></p></article>";
  }

  private static String nothingYet() {
    return "<p class=empty>No SMS and no e-mail yet. Log in as someone, and it arrives here.</p>";
  }

  private static String messages(List<Message> messages) {
    return messages.stream().map(BoardPage::message).collect(Collectors.joining());
  }

  private static String message(Message message) {
    return "<article class='"
        + (message.kind().equals("SMS") ? "sms" : "mail")
        + "'><header><span class=kind>"
        + message.kind()
        + "</span> <span class=to>to "
        + escape(message.to())
        + "</span> <time>"
        + CLOCK.format(message.at())
        + "</time></header>"
        + (message.subject().isEmpty() ? "" : "<h3>" + escape(message.subject()) + "</h3>")
        + "<p class=text>"
        + escape(message.text()).replaceAll("(?<![0-9#&])([0-9]{6})(?![0-9])", "<mark>$1</mark>")
        + "</p></article>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
