package dev.twostep.application.delivery;

public interface Alerts {
  void raise(String realm, String code, String text);
}
