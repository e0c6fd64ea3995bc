package dev.twostep.keycloak.setup;

import static dev.twostep.keycloak.setup.Flows.LAYOUT;
import static dev.twostep.keycloak.setup.Flows.PLACEMENT;
import static dev.twostep.keycloak.setup.Flows.alternative;
import static dev.twostep.keycloak.setup.Flows.disabled;
import static dev.twostep.keycloak.setup.Flows.flow;
import static dev.twostep.keycloak.setup.Flows.required;
import static dev.twostep.keycloak.setup.Flows.sub;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.ALTERNATIVE;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.CONDITIONAL;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.REQUIRED;

import dev.twostep.keycloak.setup.FlowNode.Config;
import dev.twostep.keycloak.setup.FlowNode.Step;
import dev.twostep.keycloak.setup.FlowNode.SubFlow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

class SecondStepLayoutTest {

  private static final FlowNode TWO_FACTORS =
      sub(
          "Browser - Conditional 2FA",
          CONDITIONAL,
          required("conditional-user-configured"),
          required("conditional-credential"),
          alternative("auth-otp-form"),
          disabled("webauthn-authenticator"));

  @Test
  void wrapsTheWholeTopLevelUnchangedAndAddsTheSecondStep() {
    FlowNode cookie = alternative("auth-cookie");
    FlowNode forms = sub("twostep forms", ALTERNATIVE, required("auth-username-password-form"));

    FlowTree made = LAYOUT.around(flow("browser", cookie, forms)).tree();

    assertThat(made.label().alias()).isEqualTo("twostep browser");
    assertThat(made.children()).hasSize(3);
    assertThat(made.children().subList(0, 2)).allMatch(n -> n.requirement() == REQUIRED);
    assertThat(made.children().get(2)).matches(Levels::is, "the levels, disabled");
    assertThat(((SubFlow) made.children().get(0)).children()).containsExactly(cookie, forms);
    assertThat(PLACEMENT.flaws(made)).isEmpty();
  }

  @Test
  void leavesKeycloaksOwnQuestionOutAndSaysSo() {
    FlowNode forms =
        sub("forms", ALTERNATIVE, required("auth-username-password-form"), TWO_FACTORS);

    SecondStepLayout.Copy copy = LAYOUT.around(flow("browser", alternative("auth-cookie"), forms));

    assertThat(copy.leftOut()).containsExactly("Browser - Conditional 2FA");
    assertThat(authenticators(copy.tree()))
        .containsExactly("auth-cookie", "auth-username-password-form", Placement.AUTHENTICATOR);
  }

  @Test
  void keepsASecondFactorThatAnotherRuleAsksFor() {
    FlowNode level =
        sub(
            "level 2",
            CONDITIONAL,
            required("conditional-level-of-authentication"),
            required("auth-otp-form"));

    SecondStepLayout.Copy copy = LAYOUT.around(flow("step-up", required("password"), level));

    assertThat(copy.leftOut()).isEmpty();
    assertThat(OtherSecondFactors.asked(copy.tree().children())).containsExactly("auth-otp-form");
  }

  @Test
  void dropsASubFlowThatHasNothingLeftToDo() {
    FlowNode wrapper = sub("second factor", REQUIRED, TWO_FACTORS);

    FlowTree made = LAYOUT.around(flow("mine", required("password"), wrapper)).tree();

    assertThat(authenticators(made)).containsExactly("password", Placement.AUTHENTICATOR);
    assertThat(made.all().filter(SubFlow.class::isInstance)).hasSize(3);
  }

  @Test
  void takesABadlyPlacedSecondStepAlongOnlyOnce() {
    FlowNode forms =
        sub("forms", ALTERNATIVE, required("password"), required(Placement.AUTHENTICATOR));

    FlowTree made = LAYOUT.around(flow("mine", alternative("auth-cookie"), forms)).tree();

    assertThat(authenticators(made)).containsOnlyOnce(Placement.AUTHENTICATOR);
  }

  @Test
  void namesTheSecondStepInTheAmrClaim() {
    Config config = secondStepOf(LAYOUT.around(flow("f", required("password"))).tree());

    assertThat(config.values())
        .isEqualTo(Map.of("default.reference.value", "mfa", "default.reference.maxAge", "36000"));
  }

  @Test
  void writesEveryLevelWhereKeycloakLooksForIt() {
    FlowTree made = LAYOUT.around(flow("f", required("password"))).tree();

    assertThat(
            made.all()
                .flatMap(node -> node instanceof Step s ? s.config().stream() : Stream.empty())
                .filter(config -> config.values().containsKey("loa-condition-level"))
                .map(
                    config ->
                        config.values().get("loa-condition-level")
                            + " "
                            + config.values().get("default.reference.value")))
        .containsExactly("2 email", "3 sms", "4 otp", "5 hwk");
  }

  @Test
  void repairBringsLevelsBackThatWereChanged() {
    FlowTree made = LAYOUT.around(flow("f", required("password"))).tree();
    List<FlowNode> without = made.children().subList(0, 2);
    FlowNode other =
        sub("l", Requirement.DISABLED, disabled("conditional-level-of-authentication"));

    assertThat(LAYOUT.repaired(made.with(without))).isEqualTo(made);
    assertThat(LAYOUT.repaired(made.with(List.of(without.get(0), without.get(1), other))))
        .isEqualTo(made);
  }

  @Test
  void repairKeepsTheStepsOwnSettings() {
    Config mine = new Config("mine", Map.of("default.reference.value", "hwk"), Optional.empty());
    FlowNode step = new Step(Placement.AUTHENTICATOR, Requirement.DISABLED, Optional.of(mine));

    FlowTree repaired = LAYOUT.repaired(flow("f", alternative("auth-cookie"), step));

    assertThat(PLACEMENT.flaws(repaired)).isEmpty();
    assertThat(secondStepOf(repaired).values()).containsEntry("default.reference.value", "hwk");
  }

  @Test
  void repairLeavesASoundFlowOfAnotherShapeAlone() {
    FlowTree made = LAYOUT.around(flow("f", required("password"))).tree();
    List<FlowNode> longer = new java.util.ArrayList<>(made.children());
    longer.add(required("terms"));

    assertThat(LAYOUT.repaired(made.with(longer)).children()).isEqualTo(longer);
  }

  @Property(tries = 500)
  void whateverTheFlowWasTheCopyIsSoundAndStaysAsItIs(@ForAll("levels") List<FlowNode> level) {
    FlowNode[] nodes = level.toArray(FlowNode[]::new);
    FlowTree source = flow("any", sub("always", REQUIRED, required("password")));
    FlowTree made = LAYOUT.around(source.with(List.of(concat(source, nodes)))).tree();

    assertThat(PLACEMENT.flaws(made)).isEmpty();
    assertThat(LAYOUT.repaired(made)).isEqualTo(made);
    assertThat(LAYOUT.around(made).tree().all().filter(Placement::isSecondStep)).hasSize(1);
  }

  @Property(tries = 500)
  void repairingTwiceIsRepairingOnce(@ForAll("levels") List<FlowNode> level) {
    FlowTree once = LAYOUT.repaired(flow("any", level.toArray(FlowNode[]::new)));

    if (PLACEMENT.flaws(once).isEmpty()) {
      assertThat(LAYOUT.repaired(once)).isEqualTo(once);
    }
  }

  @Provide
  Arbitrary<List<FlowNode>> levels() {
    return level(3);
  }

  private static Arbitrary<List<FlowNode>> level(int depth) {
    Arbitrary<FlowNode> step =
        Arbitraries.of(
                "password",
                "auth-cookie",
                "auth-otp-form",
                "conditional-user-configured",
                Placement.AUTHENTICATOR)
            .flatMap(id -> requirements().map(r -> new Step(id, r, Optional.empty())));
    if (depth == 0) {
      return step.list().ofMaxSize(3);
    }
    Arbitrary<FlowNode> sub =
        level(depth - 1)
            .flatMap(
                children ->
                    requirements().map(r -> sub("s", r, children.toArray(FlowNode[]::new))));
    return Arbitraries.oneOf(step, sub).list().ofMaxSize(4);
  }

  private static Arbitrary<Requirement> requirements() {
    return Arbitraries.of(Requirement.class);
  }

  private static FlowNode[] concat(FlowTree source, FlowNode[] nodes) {
    FlowNode[] all = new FlowNode[nodes.length + 1];
    all[0] = source.children().get(0);
    System.arraycopy(nodes, 0, all, 1, nodes.length);
    return all;
  }

  private static Config secondStepOf(FlowTree tree) {
    return tree.all()
        .filter(Placement::isSecondStep)
        .map(node -> ((Step) node).config().orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> authenticators(FlowTree tree) {
    return tree.children().stream()
        .filter(node -> !Levels.is(node))
        .flatMap(FlowNode::all)
        .filter(Step.class::isInstance)
        .map(node -> ((Step) node).authenticator())
        .toList();
  }
}
