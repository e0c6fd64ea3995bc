package dev.twostep.keycloak.admin;

import dev.twostep.keycloak.store.LoggedMessage;
import java.util.LinkedHashMap;
import java.util.Map;

/** One row of the message log as JSON; what is not known is left out. */
final class MessageView {

  private MessageView() {}

  static Map<String, Object> of(LoggedMessage message) {
    Map<String, Object> json = new LinkedHashMap<>();
    LoggedMessage.About about = message.about();
    json.put("id", message.id());
    json.put("user", about.user());
    json.put("letter", about.letter());
    json.put("channel", about.channel().word());
    json.put("gateway", about.gateway());
    json.put("to", about.masked());
    text(json, "callingCode", about.callingCode());
    LoggedMessage.Sent sent = message.sent();
    json.put("outcome", sent.outcome());
    text(json, "reason", sent.reason());
    text(json, "reference", sent.reference());
    json.put("at", sent.at().toString());
    json.put("latencyMs", sent.latency().toMillis());
    LoggedMessage.Later later = message.later();
    text(json, "receipt", later.receipt());
    later.receiptAt().ifPresent(at -> json.put("receiptAt", at.toString()));
    later.usedAt().ifPresent(at -> json.put("usedAt", at.toString()));
    later.cost().ifPresent(cost -> json.put("cost", cost.stripTrailingZeros().toPlainString()));
    return json;
  }

  private static void text(Map<String, Object> json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }
}
