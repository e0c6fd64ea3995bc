package dev.twostep.channel.http;

import dev.twostep.application.delivery.ConfigProblem;
import java.util.List;

/** What reading a realm's attributes gave: a gateway that can be called, or everything wrong. */
public sealed interface ParsedConfig {

  /** Nothing is wrong. */
  record Valid(HttpGatewayConfig config) implements ParsedConfig {}

  /** At least one problem; all of them, so that one round of corrections is enough. */
  record Invalid(List<ConfigProblem> problems) implements ParsedConfig {

    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
