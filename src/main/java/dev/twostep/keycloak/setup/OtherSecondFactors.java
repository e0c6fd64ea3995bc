package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.setup.FlowNode.Step;
import dev.twostep.keycloak.setup.FlowNode.SubFlow;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Keycloak's own second factors inside a flow: beside our step they would ask a user twice. */
final class OtherSecondFactors {

  private static final Set<String> FACTORS =
      Set.of(
          "auth-otp-form",
          "auth-conditional-otp-form",
          "webauthn-authenticator",
          "auth-recovery-authn-code-form",
          "direct-grant-validate-otp");

  /**
   * Conditions that say no more than "whoever has one"; others (role, level) are a rule to keep.
   */
  private static final Set<String> WHOEVER_HAS_ONE =
      Set.of("conditional-user-configured", "conditional-credential");

  private OtherSecondFactors() {}

  /** A conditional sub-flow that does nothing but ask whoever has a second factor for it. */
  static boolean isReplaced(FlowNode node) {
    return node instanceof SubFlow subFlow
        && subFlow.requirement() == Requirement.CONDITIONAL
        && active(subFlow).allMatch(OtherSecondFactors::isPartOfAsking)
        && active(subFlow).anyMatch(OtherSecondFactors::isFactor);
  }

  /** The steps of that level and below that would be asked for beside our own. */
  static List<String> asked(List<FlowNode> level) {
    return level.stream().filter(FlowNode::enabled).flatMap(OtherSecondFactors::asked).toList();
  }

  private static Stream<String> asked(FlowNode node) {
    if (node instanceof SubFlow subFlow) {
      return asked(subFlow.children()).stream();
    }
    return isFactor(node) ? Stream.of(((Step) node).authenticator()) : Stream.empty();
  }

  private static Stream<FlowNode> active(SubFlow subFlow) {
    return subFlow.children().stream().filter(FlowNode::enabled);
  }

  private static boolean isPartOfAsking(FlowNode node) {
    return isFactor(node)
        || (node instanceof Step step && WHOEVER_HAS_ONE.contains(step.authenticator()));
  }

  private static boolean isFactor(FlowNode node) {
    return node instanceof Step step && FACTORS.contains(step.authenticator());
  }
}
