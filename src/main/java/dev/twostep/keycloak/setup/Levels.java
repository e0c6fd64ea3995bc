package dev.twostep.keycloak.setup;

import dev.twostep.domain.factor.FactorLevel;
import dev.twostep.keycloak.setup.FlowNode.Config;
import dev.twostep.keycloak.setup.FlowNode.Label;
import dev.twostep.keycloak.setup.FlowNode.Step;
import dev.twostep.keycloak.setup.FlowNode.SubFlow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.Constants;

/**
 * The levels that our step reaches, written where Keycloak looks for them: as level conditions of
 * the browser flow. They are disabled, because our step decides; Keycloak still reads their lives
 * for single sign-on and their names for {@code amr}.
 */
record Levels(Duration proofLife) {

  private static final String ALIAS = "twostep levels";
  private static final List<FactorLevel> ALL =
      List.of(FactorLevel.EMAIL, FactorLevel.SMS, FactorLevel.OTP, FactorLevel.PASSKEY);

  /** Whether that is a sub-flow of levels, in whatever state. */
  static boolean is(FlowNode node) {
    return node instanceof SubFlow subFlow
        && !subFlow.enabled()
        && !subFlow.children().isEmpty()
        && subFlow.children().get(0) instanceof Step first
        && first.authenticator().equals(ConditionalLoaAuthenticatorFactory.PROVIDER_ID);
  }

  /** Whether it says what ours says; names do not matter, Keycloak wants them unique. */
  boolean isSound(FlowNode node) {
    return is(node) && settings((SubFlow) node).equals(settings(subFlow()));
  }

  private static List<Step> settings(SubFlow levels) {
    return levels.children().stream()
        .filter(Step.class::isInstance)
        .map(Step.class::cast)
        .map(s -> new Step(s.authenticator(), s.requirement(), s.config().map(c -> c.named(""))))
        .toList();
  }

  SubFlow subFlow() {
    return new SubFlow(
        Label.basic(ALIAS, "Read by Keycloak for acr and amr; stays disabled"),
        Requirement.DISABLED,
        ALL.stream().<FlowNode>map(this::condition).toList());
  }

  /** What {@code acr_values} may name. */
  static Stream<FactorLevel> all() {
    return ALL.stream();
  }

  private Step condition(FactorLevel level) {
    String life = Long.toString(proofLife.toSeconds());
    Map<String, String> values =
        Map.of(
            ConditionalLoaAuthenticator.LEVEL,
            Integer.toString(level.level()),
            ConditionalLoaAuthenticator.MAX_AGE,
            life,
            Constants.AUTHENTICATION_EXECUTION_REFERENCE_VALUE,
            level.amr(),
            Constants.AUTHENTICATION_EXECUTION_REFERENCE_MAX_AGE,
            life);
    return new Step(
        ConditionalLoaAuthenticatorFactory.PROVIDER_ID,
        Requirement.DISABLED,
        Optional.of(new Config("twostep level " + level.acr(), values, Optional.empty())));
  }
}
