package dev.twostep.application.device;

/** A slow hash such as passwords have. */
public interface PasscodeHashes {

  String hash(String keyed);

  boolean matches(String keyed, String hash);
}
