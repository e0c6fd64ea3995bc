package dev.twostep.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.mail.Mail;
import dev.twostep.fixture.mail.MailSink;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the demo has sent so far: SMS from Keycloak's pretend gateway, e-mail from the sink. */
final class SentMessages {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI pretended;
  private final MailSink mail;

  SentMessages(URI server, MailSink mail) {
    this.pretended = server.resolve("/realms/" + DemoRealm.NAME + "/twostep/pretend/messages");
    this.mail = mail;
  }

  List<Message> newestFirst() {
    List<Message> all = new ArrayList<>(sms());
    mail.mails().stream().map(SentMessages::of).forEach(all::add);
    // Stable: of two messages of one second the later in the list is the newer.
    all.sort(Comparator.comparing(Message::at).reversed());
    return all;
  }

  private List<Message> sms() {
    HttpRequest request = HttpRequest.newBuilder(pretended).timeout(Duration.ofSeconds(5)).build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      List<Message> messages = new ArrayList<>();
      if (answer.statusCode() == 200) {
        Json.read(answer.body()).forEach(node -> messages.add(of(node)));
      }
      return messages;
    } catch (IOException serverIsBusyOrGone) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static Message of(JsonNode sms) {
    return new Message(
        "SMS",
        sms.path("to").asText(),
        "",
        sms.path("text").asText(),
        Instant.parse(sms.path("at").asText()));
  }

  private static Message of(Mail mail) {
    return new Message("E-mail", mail.to(), mail.subject(), mail.text().strip(), mail.at());
  }
}
