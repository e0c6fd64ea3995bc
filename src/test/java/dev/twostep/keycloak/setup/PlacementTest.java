package dev.twostep.keycloak.setup;

import static dev.twostep.keycloak.setup.Flows.alternative;
import static dev.twostep.keycloak.setup.Flows.disabled;
import static dev.twostep.keycloak.setup.Flows.flow;
import static dev.twostep.keycloak.setup.Flows.required;
import static dev.twostep.keycloak.setup.Flows.sub;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.ALTERNATIVE;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.CONDITIONAL;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.DISABLED;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.REQUIRED;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** D32: a flow that is wired so that the second step can be passed by is found. */
class PlacementTest {

  private static final FlowNode OURS = required(Placement.AUTHENTICATOR);
  private static final FlowNode IDENTIFY =
      sub("identify", REQUIRED, alternative("auth-cookie"), alternative("password"));

  static Stream<Arguments> flows() {
    return Stream.of(sound(), switchedOff(), misplaced()).flatMap(cases -> cases);
  }

  private static Stream<Arguments> sound() {
    return Stream.of(
        arguments("ours beside identify", flow("f", IDENTIFY, OURS), Set.of()),
        arguments("in a sub-flow", flow("f", IDENTIFY, sub("s", REQUIRED, OURS)), Set.of()),
        arguments(
            "in a conditional sub-flow",
            flow("f", IDENTIFY, sub("s", CONDITIONAL, required("conditional-x"), OURS)),
            Set.of()),
        arguments(
            "one good place is enough",
            flow("f", IDENTIFY, disabled(Placement.AUTHENTICATOR), OURS),
            Set.of()));
  }

  private static Stream<Arguments> switchedOff() {
    return Stream.of(
        arguments("not there", flow("f", IDENTIFY), Set.of(Flaw.MISSING)),
        arguments(
            "disabled",
            flow("f", IDENTIFY, disabled(Placement.AUTHENTICATOR)),
            Set.of(Flaw.DISABLED)),
        arguments(
            "in a disabled sub-flow",
            flow("f", IDENTIFY, sub("s", DISABLED, OURS)),
            Set.of(Flaw.DISABLED)));
  }

  private static Stream<Arguments> misplaced() {
    return Stream.of(
        arguments(
            "nested in forms: a cookie skips it",
            flow("f", alternative("auth-cookie"), sub("s", ALTERNATIVE, required("pw"), OURS)),
            Set.of(Flaw.SKIPPABLE)),
        arguments(
            "alternative itself",
            flow("f", IDENTIFY, alternative(Placement.AUTHENTICATOR)),
            Set.of(Flaw.SKIPPABLE)),
        arguments(
            "beside alternatives", flow("f", alternative("auth-cookie"), OURS), Set.of(Flaw.MIXED)),
        arguments("first", flow("f", OURS, IDENTIFY), Set.of(Flaw.TOO_EARLY)),
        arguments(
            "after a condition only",
            flow("f", sub("s", CONDITIONAL, required("conditional-x"), OURS)),
            Set.of(Flaw.TOO_EARLY)),
        arguments(
            "identify switched off",
            flow("f", sub("identify", DISABLED, required("pw")), OURS),
            Set.of(Flaw.TOO_EARLY)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("flows")
  void findsTheFlaws(String name, FlowTree flow, Set<Flaw> flaws) {
    assertThat(Flows.PLACEMENT.flaws(flow)).isEqualTo(flaws);
  }
}
