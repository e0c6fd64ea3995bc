package dev.twostep.keycloak.enrolment;

import dev.twostep.domain.code.TimeSteps;
import dev.twostep.domain.enrolment.KeyUri;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.Base32;

/** The secret of an app that is not bound yet, with the parameters that it was made for. */
public record AppKey(String secret, String algorithm, int digits, int period) {

  /** RFC 4226 recommends 160 bits. */
  private static final int BYTES = 20;

  private static final SecureRandom RANDOM = new SecureRandom();

  public static AppKey fresh(OTPPolicy policy) {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return new AppKey(
        Base32.encode(secret), policy.getAlgorithm(), policy.getDigits(), policy.getPeriod());
  }

  /** All of it in one line, for {@link #of}: to be stored locked only. */
  public String text() {
    return String.join(" ", secret, algorithm, Integer.toString(digits), Integer.toString(period));
  }

  public static Optional<AppKey> of(String text) {
    List<String> parts = Arrays.asList(text.split(" ", -1));
    return parts.size() == 4
        ? Optional.of(
            new AppKey(
                parts.get(0),
                parts.get(1),
                Integer.parseInt(parts.get(2)),
                Integer.parseInt(parts.get(3))))
        : Optional.empty();
  }

  public TimeSteps steps(int window) {
    var shared = new TimeSteps.Secret(Base32.decode(secret), algorithm);
    return new TimeSteps(shared, Duration.ofSeconds(period), digits, window);
  }

  public KeyUri uri(KeyUri.Entry entry) {
    return new KeyUri(entry, secret, algorithm, digits, Duration.ofSeconds(period));
  }

  public OTPCredentialModel credential() {
    return OTPCredentialModel.createTOTP(
        secret, digits, period, algorithm, OTPCredentialModel.SecretEncoding.BASE32.name());
  }

  @Override
  public String toString() {
    return "AppKey[******]";
  }
}
