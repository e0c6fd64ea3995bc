package dev.twostep.application.delivery;

public interface Conversions {
  void used(String realm, String prefix);
}
