package dev.twostep.keycloak.gateway;

import dev.twostep.application.delivery.ConfigProblem;
import dev.twostep.application.delivery.Gateway;
import java.util.List;

/** What reading a gateway's settings gave. */
public sealed interface Opened {

  /** It can be used, by many threads and after the session has ended. */
  record Ready(Gateway gateway) implements Opened {}

  /** At least one problem; all of them, so that one round of corrections is enough. */
  record Invalid(List<ConfigProblem> problems) implements Opened {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
