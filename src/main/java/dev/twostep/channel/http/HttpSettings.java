package dev.twostep.channel.http;

/** Names of the settings of an HTTP gateway, without the prefix that names the gateway. */
public final class HttpSettings {

  public static final String URL = "url";
  public static final String METHOD = "method";
  public static final String FORMAT = "format";
  public static final String HEADERS = "headers";
  public static final String BODY = "body";
  public static final String FROM = "from";
  public static final String SECRET = "secret";
  public static final String SUCCESS = "success";

  private HttpSettings() {}
}
