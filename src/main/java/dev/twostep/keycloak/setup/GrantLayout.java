package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.setup.FlowNode.Label;
import dev.twostep.keycloak.setup.FlowNode.Step;
import dev.twostep.keycloak.setup.FlowNode.SubFlow;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/**
 * The shape of our direct-grant flow: the earlier one with our password step in the place of
 * Keycloak's, without Keycloak's conditional code, and at its end the second step.
 */
record GrantLayout(Predicate<String> condition) implements FlowLayout {

  static final String FLOW = "twostep direct grant";
  static final String STEP = "twostep-direct-grant";
  static final String PASSWORD = "twostep-direct-grant-password";
  private static final String KEYCLOAKS_PASSWORD = "direct-grant-validate-password";
  private static final String USERNAME = "direct-grant-validate-username";

  @Override
  public SecondStepLayout.Copy around(FlowTree source) {
    Label label = Label.basic(FLOW, "Direct grants that follow the two-step policy");
    FlowTree tree = new FlowTree(label, SecondStepLayout.prefixed(rebuilt(source.children())));
    return new SecondStepLayout.Copy(tree, SecondStepLayout.leftOut(source));
  }

  @Override
  public FlowTree repaired(FlowTree own) {
    return isSound(own) ? own : own.with(rebuilt(own.children()));
  }

  private List<FlowNode> rebuilt(List<FlowNode> level) {
    Predicate<FlowNode> unwanted = node -> is(node, STEP) || OtherSecondFactors.isReplaced(node);
    List<FlowNode> kept = new Pruning(unwanted, condition).prune(level);
    FlowNode step = new Step(STEP, Requirement.REQUIRED, Optional.empty());
    return Stream.concat(kept.stream().map(GrantLayout::withOurPassword), Stream.of(step)).toList();
  }

  private static FlowNode withOurPassword(FlowNode node) {
    if (node instanceof SubFlow subFlow) {
      return subFlow.with(subFlow.children().stream().map(GrantLayout::withOurPassword).toList());
    }
    return is(node, KEYCLOAKS_PASSWORD)
        ? new Step(PASSWORD, node.requirement(), ((Step) node).config())
        : node;
  }

  /** Last at the top level, REQUIRED, and after something that tells who it is. */
  @Override
  public boolean isSound(FlowTree flow) {
    List<FlowNode> active = flow.children().stream().filter(FlowNode::enabled).toList();
    if (active.isEmpty() || !is(active.get(active.size() - 1), STEP)) {
      return false;
    }
    return active.stream().noneMatch(n -> n.requirement() == Requirement.ALTERNATIVE)
        && active.stream().anyMatch(this::mayVerify)
        && enabled(active).noneMatch(n -> is(n, KEYCLOAKS_PASSWORD));
  }

  @Override
  public boolean isAbsentFrom(FlowTree flow) {
    return flow.all().noneMatch(node -> is(node, STEP));
  }

  private boolean mayVerify(FlowNode node) {
    return enabled(List.of(node))
        .anyMatch(
            n ->
                n instanceof Step step
                    && !is(n, STEP)
                    && !is(n, USERNAME)
                    && !condition.test(step.authenticator()));
  }

  /** What runs: nothing below a sub-flow that is switched off does. */
  private static Stream<FlowNode> enabled(List<FlowNode> level) {
    return level.stream()
        .filter(FlowNode::enabled)
        .flatMap(
            node ->
                node instanceof SubFlow subFlow ? enabled(subFlow.children()) : Stream.of(node));
  }

  private static boolean is(FlowNode node, String authenticator) {
    return node instanceof Step step && step.authenticator().equals(authenticator);
  }
}
