package dev.twostep.application.delivery;

public interface Alerts {
  void raise(String realm, String code, String text);

  /** The same about one thing of several, each of which is told of. */
  default void raise(String realm, String code, String subject, String text) {
    raise(realm, code, text);
  }
}
