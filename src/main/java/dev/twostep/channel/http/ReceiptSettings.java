package dev.twostep.channel.http;

/** Names of the settings by which an HTTP gateway's receipts are believed and read. */
public final class ReceiptSettings {

  public static final String SECRET = "receipt-secret";
  public static final String HEADER = "receipt-header";
  public static final String STATUS = "receipt-status";
  public static final String ID = "receipt-id";
  public static final String PRICE = "receipt-price";

  /** Where the answer to a send holds the service's own id of the message. */
  public static final String REFERENCE = "reference";

  private ReceiptSettings() {}
}
