package dev.twostep.domain.enrolment;

import dev.twostep.domain.factor.FactorKind;
import java.util.Optional;

/** Over which channel a user confirms that the app is theirs, besides the app's own code. */
public sealed interface Confirming {

  /** A code goes over that channel. */
  record By(FactorKind channel) implements Confirming {}

  /** The app's code alone binds it. */
  record Nothing() implements Confirming {}

  /** No app can be bound; {@code why} tells an administrator what to repair. */
  record Unusable(String why) implements Confirming {}

  /** What a realm can send, apart from what it is told to do. */
  record Means(boolean gateway, boolean mail) {}

  /** What the realm's setting says; without one, the strongest channel that the realm has. */
  static Confirming of(Optional<String> setting, Means means) {
    String word = setting.map(String::strip).orElse("");
    return switch (word) {
      case "" -> means.gateway() ? by(FactorKind.SMS) : unset(means);
      case "sms" ->
          means.gateway() ? by(FactorKind.SMS) : new Unusable("it is sms, but there is no gateway");
      case "email" ->
          means.mail() ? by(FactorKind.EMAIL) : new Unusable("it is email, but no mail server");
      case "none" -> new Nothing();
      default -> new Unusable("it is none of sms, email and none");
    };
  }

  private static Confirming unset(Means means) {
    return means.mail() ? by(FactorKind.EMAIL) : new Nothing();
  }

  private static Confirming by(FactorKind channel) {
    return new By(channel);
  }
}
