package dev.twostep.channel.twilio;

/** Names of the settings of a Twilio gateway, without the prefix that names the gateway. */
public final class TwilioSettings {

  public static final String ACCOUNT_SID = "account-sid";

  /** The account's auth token; with an API key, that key's secret. */
  public static final String SECRET = "secret";

  public static final String API_KEY = "api-key";

  /** Signs Twilio's callbacks; needed beside an API key only. */
  public static final String AUTH_TOKEN = "auth-token";

  public static final String FROM = "from";
  public static final String MESSAGING_SERVICE = "messaging-service";
  public static final String VOICE = "voice";
  public static final String BASE_URL = "base-url";
  public static final String REGION = "region";
  public static final String EDGE = "edge";

  private TwilioSettings() {}
}
