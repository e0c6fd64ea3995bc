package dev.twostep.channel.twilio;

import dev.twostep.application.delivery.ConfigProblem;
import dev.twostep.channel.http.AllowedHosts;
import dev.twostep.channel.http.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One reading of a Twilio gateway's settings; collects every problem before it gives an answer. */
final class TwilioConfigReader {

  private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");
  private static final Pattern API_KEY = Pattern.compile("SK[0-9a-fA-F]{32}");
  private static final Pattern SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");
  private static final Pattern SECRET = Pattern.compile("[!-~]{1,128}");
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{5,14}");

  /** A number, a short code or a name of at most eleven characters. */
  private static final Pattern FROM =
      Pattern.compile("\\+[1-9][0-9]{5,14}|[0-9]{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");

  private static final Pattern PLACE = Pattern.compile("[a-z0-9-]{1,32}");
  private static final Pattern BASE = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+/?");

  private final Map<String, String> settings;
  private final AllowedHosts hosts;
  private final List<ConfigProblem> problems = new ArrayList<>();

  TwilioConfigReader(Map<String, String> settings, AllowedHosts hosts) {
    this.settings = settings;
    this.hosts = hosts;
  }

  TwilioConfig.Parsed read() {
    TwilioConfig.Login login = login();
    TwilioConfig.Sender sender = sender();
    String base = base();
    if (!problems.isEmpty()) {
      return new TwilioConfig.Parsed.Invalid(problems);
    }
    return new TwilioConfig.Parsed.Valid(new TwilioConfig(login, sender, URI.create(base)));
  }

  private TwilioConfig.Login login() {
    String account = text(TwilioSettings.ACCOUNT_SID);
    check(
        TwilioSettings.ACCOUNT_SID, account, ACCOUNT, "write the account's SID: AC and 32 digits");
    String key = text(TwilioSettings.API_KEY);
    if (!key.isEmpty()) {
      check(TwilioSettings.API_KEY, key, API_KEY, "write the key's SID: SK and 32 digits");
    }
    Secret secret = secret(TwilioSettings.SECRET);
    if (secret.isNone()) {
      report(TwilioSettings.SECRET, "write the account's auth token, or the API key's secret");
    }
    Secret token = secret(TwilioSettings.AUTH_TOKEN);
    Secret callbacks = token.isNone() && key.isEmpty() ? secret : token;
    return new TwilioConfig.Login(account, key.isEmpty() ? account : key, secret, callbacks);
  }

  private Secret secret(String setting) {
    String value = text(setting);
    if (value.startsWith("${vault.")) {
      report(setting, "the server's vault has no such entry: add it there, or correct the name");
    } else if (!value.isEmpty()) {
      check(setting, value, SECRET, "write it as Twilio shows it, without spaces");
    }
    return value.isEmpty() ? Secret.none() : Secret.of(value);
  }

  private TwilioConfig.Sender sender() {
    String from = text(TwilioSettings.FROM);
    String service = text(TwilioSettings.MESSAGING_SERVICE);
    boolean voice = voice();
    if (voice) {
      check(TwilioSettings.FROM, from, NUMBER, "a call needs a number, like +15551234567");
    } else if (from.isEmpty() == service.isEmpty()) {
      report(
          TwilioSettings.FROM,
          "write either " + TwilioSettings.FROM + " or " + TwilioSettings.MESSAGING_SERVICE);
    } else if (!from.isEmpty()) {
      String hint = "write a number like +15551234567, a short code, or a name of 11 letters";
      check(TwilioSettings.FROM, from, FROM, hint);
    }
    if (!service.isEmpty()) {
      String hint =
          voice ? "leave it out: it sends no calls" : "write the service's SID: MG and 32 digits";
      check(TwilioSettings.MESSAGING_SERVICE, voice ? "" : service, SERVICE, hint);
    }
    return new TwilioConfig.Sender(from, service, voice);
  }

  private boolean voice() {
    String word = text(TwilioSettings.VOICE);
    if (!word.isEmpty() && !word.equals("true") && !word.equals("false")) {
      report(TwilioSettings.VOICE, "write true for calls, or leave it out for SMS");
    }
    return word.equals("true");
  }

  private String base() {
    String base = text(TwilioSettings.BASE_URL);
    String place = base.isEmpty() ? twilio() : base;
    if (!BASE.matcher(place).matches()) {
      report(TwilioSettings.BASE_URL, "write protocol and host only, like https://api.twilio.com");
    } else if (!hosts.allows(URI.create(place))) {
      report(
          TwilioSettings.BASE_URL,
          "this host, port and protocol are not on the server's list: ask its operator to add "
              + (base.isEmpty() ? URI.create(place).getHost() : "them")
              + " to --spi-twostep--default--gateway-hosts");
    }
    return place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
  }

  /** As the SDK makes it: {@code api.<edge>.<region>.twilio.com}. */
  private String twilio() {
    String edge = place(TwilioSettings.EDGE);
    String region = place(TwilioSettings.REGION);
    String known = region.isEmpty() && !edge.isEmpty() ? "us1." : region;
    return "https://api." + edge + known + "twilio.com";
  }

  private String place(String setting) {
    String name = text(setting);
    if (name.isEmpty()) {
      return "";
    }
    check(setting, name, PLACE, "write its short name, like ie1 or dublin");
    return PLACE.matcher(name).matches() ? name + "." : "";
  }

  private void check(String setting, String value, Pattern pattern, String hint) {
    if (!pattern.matcher(value).matches()) {
      report(setting, hint);
    }
  }

  private void report(String setting, String hint) {
    problems.add(new ConfigProblem(setting, hint));
  }

  private String text(String setting) {
    return settings.getOrDefault(setting, "").strip();
  }
}
