package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.setup.FlowNode.Config;
import dev.twostep.keycloak.setup.FlowNode.Label;
import dev.twostep.keycloak.setup.FlowNode.Step;
import dev.twostep.keycloak.setup.FlowNode.SubFlow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.Constants;

/**
 * The shape of our browser flow: one REQUIRED sub-flow that identifies the user, unchanged inside,
 * and after it one REQUIRED sub-flow with the second step. Nested any deeper, a single sign-on
 * cookie would skip the step.
 */
record SecondStepLayout(Duration proofLife, Predicate<String> condition) implements FlowLayout {

  static final String FLOW = "twostep browser";
  static final String IDENTIFY = "twostep identify";
  static final String SECOND_STEP = "twostep second step";
  private static final String PREFIX = "twostep ";

  /** A copy, and the names of the sub-flows that it does without. */
  record Copy(FlowTree tree, List<String> leftOut) {}

  @Override
  public Copy around(FlowTree source) {
    Predicate<FlowNode> unwanted =
        node -> Placement.isSecondStep(node) || OtherSecondFactors.isReplaced(node);
    List<FlowNode> kept = new Pruning(unwanted, condition).prune(source.children());
    Label label = Label.basic(FLOW, "Identifies the user, then follows the two-step policy");
    FlowTree tree =
        new FlowTree(
            label, List.of(identify(prefixed(kept)), secondStep(Optional.empty()), levels()));
    return new Copy(tree, leftOut(source));
  }

  static List<String> leftOut(FlowTree source) {
    return source
        .all()
        .filter(OtherSecondFactors::isReplaced)
        .map(node -> ((SubFlow) node).label().alias())
        .toList();
  }

  Set<Flaw> flaws(FlowTree flow) {
    return new Placement(condition).flaws(flow);
  }

  @Override
  public boolean isSound(FlowTree flow) {
    return flaws(flow).isEmpty();
  }

  @Override
  public boolean isAbsentFrom(FlowTree flow) {
    return flaws(flow).contains(Flaw.MISSING);
  }

  @Override
  public FlowTree repaired(FlowTree own) {
    if (isSound(own)) {
      return withLevels(own.with(own.children().stream().map(this::withProof).toList()));
    }
    Optional<Config> config =
        own.all()
            .filter(Placement::isSecondStep)
            .flatMap(node -> ((Step) node).config().stream())
            .findFirst();
    List<FlowNode> rest = new Pruning(Placement::isSecondStep, condition).prune(own.children());
    List<FlowNode> mended = new ArrayList<>(standsAlone(rest) ? rest : List.of(identify(rest)));
    mended.add(secondStep(config));
    return withLevels(own.with(List.copyOf(mended)));
  }

  private FlowTree withLevels(FlowTree own) {
    List<FlowNode> found = own.children().stream().filter(Levels::is).toList();
    if (found.size() == 1 && new Levels(proofLife).isSound(found.get(0))) {
      return own;
    }
    Stream<FlowNode> others = own.children().stream().filter(node -> !Levels.is(node));
    return own.with(Stream.concat(others, Stream.of(levels())).toList());
  }

  private FlowNode levels() {
    return new Levels(proofLife).subFlow();
  }

  private static boolean standsAlone(List<FlowNode> level) {
    return level.stream().anyMatch(n -> n.requirement() == Requirement.REQUIRED)
        && level.stream().noneMatch(n -> n.requirement() == Requirement.ALTERNATIVE);
  }

  private static FlowNode identify(List<FlowNode> children) {
    return new SubFlow(
        Label.basic(IDENTIFY, "Who is it? The earlier browser flow"),
        Requirement.REQUIRED,
        children);
  }

  private FlowNode secondStep(Optional<Config> config) {
    FlowNode step = withProof(new Step(Placement.AUTHENTICATOR, Requirement.REQUIRED, config));
    return new SubFlow(
        Label.basic(SECOND_STEP, "Asks for a second factor where the policy says so"),
        Requirement.REQUIRED,
        List.of(step));
  }

  /** Without a life the amr claim would name the second step only in the second it was done. */
  private FlowNode withProof(FlowNode node) {
    if (node instanceof SubFlow subFlow) {
      return subFlow.with(subFlow.children().stream().map(this::withProof).toList());
    }
    if (!(node instanceof Step step) || !Placement.isSecondStep(step)) {
      return node;
    }
    Config config =
        step.config().orElseGet(() -> new Config(SECOND_STEP, Map.of(), Optional.empty()));
    if (config.deployedId().isPresent()) {
      return node;
    }
    Map<String, String> values = new HashMap<>(config.values());
    values.putIfAbsent(Constants.AUTHENTICATION_EXECUTION_REFERENCE_VALUE, "mfa");
    values.putIfAbsent(
        Constants.AUTHENTICATION_EXECUTION_REFERENCE_MAX_AGE, Long.toString(proofLife.toSeconds()));
    Config complete = new Config(config.alias(), Map.copyOf(values), Optional.empty());
    return new Step(step.authenticator(), step.requirement(), Optional.of(complete));
  }

  static List<FlowNode> prefixed(List<FlowNode> level) {
    return level.stream().map(SecondStepLayout::prefixed).toList();
  }

  private static FlowNode prefixed(FlowNode node) {
    if (node instanceof SubFlow s) {
      Label label = s.label().named(prefixed(s.label().alias()));
      return new SubFlow(label, s.requirement(), prefixed(s.children()));
    }
    Step step = (Step) node;
    Optional<Config> config = step.config().map(c -> c.named(prefixed(c.alias())));
    return new Step(step.authenticator(), step.requirement(), config);
  }

  private static String prefixed(String alias) {
    return alias.startsWith(PREFIX) ? alias : PREFIX + alias;
  }
}
