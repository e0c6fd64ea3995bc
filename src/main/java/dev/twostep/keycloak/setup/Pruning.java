package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.setup.FlowNode.Step;
import dev.twostep.keycloak.setup.FlowNode.SubFlow;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes elements out of a flow. A sub-flow left without anything to do goes too: Keycloak treats an
 * empty one as failed, and nobody could log in.
 */
record Pruning(Predicate<FlowNode> unwanted, Predicate<String> condition) {

  List<FlowNode> prune(List<FlowNode> level) {
    return level.stream().map(this::prune).flatMap(Optional::stream).toList();
  }

  private Optional<FlowNode> prune(FlowNode node) {
    if (unwanted.test(node)) {
      return Optional.empty();
    }
    if (!(node instanceof SubFlow subFlow)) {
      return Optional.of(node);
    }
    List<FlowNode> rest = prune(subFlow.children());
    if (rest.equals(subFlow.children())) {
      return Optional.of(node);
    }
    return rest.stream().anyMatch(this::works) ? Optional.of(subFlow.with(rest)) : Optional.empty();
  }

  private boolean works(FlowNode node) {
    return node.enabled() && !(node instanceof Step step && condition.test(step.authenticator()));
  }
}
