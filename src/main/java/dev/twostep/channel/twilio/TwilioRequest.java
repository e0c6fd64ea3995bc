package dev.twostep.channel.twilio;

import com.twilio.base.Creator;
import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.twostep.application.delivery.TextMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** Has the SDK write one message or call as a request to the configured address. */
final class TwilioRequest {

  private final TwilioConfig config;
  private final TwilioRestClient client;

  TwilioRequest(TwilioConfig config) {
    this.config = config;
    TwilioConfig.Login login = config.login();
    this.client =
        new TwilioRestClient.Builder(login.user(), login.secret().reveal())
            .accountSid(login.account())
            .httpClient(new Pen())
            .build();
  }

  HttpRequest of(TextMessage message) {
    Request written = written(config.sender().voice() ? call(message) : sms(message));
    return HttpRequest.newBuilder(URI.create(config.base() + written.constructURL().getFile()))
        .timeout(config.deadline())
        .setHeader("Authorization", written.getAuthString())
        .setHeader("Content-Type", "application/x-www-form-urlencoded")
        .setHeader("Accept", "application/json")
        .setHeader("User-Agent", "twostep")
        .POST(BodyPublishers.ofString(written.encodeFormBody()))
        .build();
  }

  private Request written(Creator<?> creator) {
    try {
      creator.create(client);
    } catch (Pen.Written e) {
      return e.request();
    }
    throw new IllegalStateException("the SDK wrote no request");
  }

  private MessageCreator sms(TextMessage message) {
    PhoneNumber to = new PhoneNumber(message.to().e164());
    TwilioConfig.Sender sender = config.sender();
    MessageCreator sms =
        sender.from().isEmpty()
            ? Message.creator(to, sender.messagingService(), message.text())
            : Message.creator(to, new PhoneNumber(sender.from()), message.text());
    message.receipts().ifPresent(sms::setStatusCallback);
    return sms;
  }

  private CallCreator call(TextMessage message) {
    PhoneNumber to = new PhoneNumber(message.to().e164());
    PhoneNumber from = new PhoneNumber(config.sender().from());
    CallCreator call = Call.creator(to, from, new Twiml(VoiceScript.of(message.words())));
    message.receipts().ifPresent(call::setStatusCallback);
    return call;
  }
}
