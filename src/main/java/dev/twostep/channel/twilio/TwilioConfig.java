package dev.twostep.channel.twilio;

import dev.twostep.application.delivery.ConfigProblem;
import dev.twostep.channel.http.AllowedHosts;
import dev.twostep.channel.http.HttpGatewayConfig;
import dev.twostep.channel.http.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How one realm's Twilio account is used. Made by {@link #parse} only from settings without a
 * problem.
 *
 * @param base where the API is: scheme, host and port
 * @param deadline bounds one send from the first byte to the last
 */
public record TwilioConfig(Login login, Sender sender, URI base, Duration deadline) {

  /**
   * Who calls.
   *
   * @param user the account, or one of its API keys
   * @param callbacks what Twilio signs its callbacks with; none if nobody told us
   */
  public record Login(String account, String user, Secret secret, Secret callbacks) {}

  /** Whom recipients see or hear: a number or name, or else a messaging service. */
  public record Sender(String from, String messagingService, boolean voice) {}

  /** What reading settings gave. */
  public sealed interface Parsed {

    /** Usable as it is. */
    record Valid(TwilioConfig config) implements Parsed {}

    /** At least one problem, and all of them. */
    record Invalid(List<ConfigProblem> problems) implements Parsed {
      public Invalid {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * Reads the settings of {@link TwilioSettings}, all of them even after a problem.
   *
   * @param settings with vault expressions resolved: one that is left over is a problem
   */
  public static Parsed parse(Map<String, String> settings, AllowedHosts hosts) {
    return new TwilioConfigReader(settings, hosts).read();
  }

  TwilioConfig(Login login, Sender sender, URI base) {
    this(login, sender, base, HttpGatewayConfig.LONGEST_SEND);
  }
}
