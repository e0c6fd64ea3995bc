package dev.twostep.channel.http;

/** Names of the realm attributes that describe its gateway; stored in customers' realms. */
public final class GatewayAttributes {

  public static final String GATEWAY = "twostep.sms.gateway";
  public static final String URL = "twostep.sms.url";
  public static final String METHOD = "twostep.sms.method";
  public static final String FORMAT = "twostep.sms.format";
  public static final String HEADERS = "twostep.sms.headers";
  public static final String BODY = "twostep.sms.body";
  public static final String FROM = "twostep.sms.from";
  public static final String SECRET = "twostep.sms.secret";
  public static final String SUCCESS = "twostep.sms.success";

  private GatewayAttributes() {}
}
