package dev.twostep.keycloak.notice;

/** What "it wasn't me" can do about a change, as pages say it. */
public enum NewsEffect {
  SUSPENDS("suspends"),
  SUSPENDS_ONE_OF_TWO("suspends-replacement"),
  TURNS_ON("turns-on"),
  LOGS_OUT("logs-out"),
  FORGETS_DEVICES("forgets-devices");

  private final String word;

  NewsEffect(String word) {
    this.word = word;
  }

  /** Ends message keys. */
  public String word() {
    return word;
  }

  /** By the stored word of a change. */
  public static NewsEffect of(String what) {
    return switch (FactorNews.What.valueOf(what)) {
      case ADDED -> SUSPENDS;
      case REPLACED -> SUSPENDS_ONE_OF_TWO;
      case TURNED_OFF -> TURNS_ON;
      case DEVICE_TRUSTED, DEVICE_STOLEN, DEVICE_DROPPED, DEVICE_MOVED -> FORGETS_DEVICES;
      case REMOVED, REMOVED_LEAVING_OFFICE, TURNED_ON, ADDRESS_CHANGED, NUMBER_SHARED -> LOGS_OUT;
    };
  }
}
