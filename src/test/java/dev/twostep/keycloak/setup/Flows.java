package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.setup.FlowNode.Label;
import dev.twostep.keycloak.setup.FlowNode.Step;
import dev.twostep.keycloak.setup.FlowNode.SubFlow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Short spellings of flows. */
final class Flows {

  static final Predicate<String> CONDITION = id -> id.startsWith("conditional-");
  static final SecondStepLayout LAYOUT = new SecondStepLayout(Duration.ofHours(10), CONDITION);
  static final Placement PLACEMENT = new Placement(CONDITION);

  private Flows() {}

  static FlowTree flow(String alias, FlowNode... children) {
    return new FlowTree(Label.basic(alias, ""), List.of(children));
  }

  static FlowNode required(String authenticator) {
    return step(authenticator, Requirement.REQUIRED);
  }

  static FlowNode alternative(String authenticator) {
    return step(authenticator, Requirement.ALTERNATIVE);
  }

  static FlowNode disabled(String authenticator) {
    return step(authenticator, Requirement.DISABLED);
  }

  static FlowNode sub(String alias, Requirement requirement, FlowNode... children) {
    return new SubFlow(Label.basic(alias, ""), requirement, List.of(children));
  }

  private static FlowNode step(String authenticator, Requirement requirement) {
    return new Step(authenticator, requirement, Optional.empty());
  }
}
