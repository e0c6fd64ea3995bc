package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.setup.FlowNode.Step;
import dev.twostep.keycloak.setup.FlowNode.SubFlow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Judges where a flow asks for the second step; one flawless place is enough. */
record Placement(Predicate<String> condition) {

  static final String AUTHENTICATOR = "twostep-second-step";

  static boolean isSecondStep(FlowNode node) {
    return node instanceof Step step && step.authenticator().equals(AUTHENTICATOR);
  }

  Set<Flaw> flaws(FlowTree flow) {
    List<Set<Flaw>> places = new ArrayList<>();
    collect(flow.children(), EnumSet.of(Flaw.TOO_EARLY), places);
    return places.stream().min(Comparator.comparingInt(Set::size)).orElse(EnumSet.of(Flaw.MISSING));
  }

  private void collect(List<FlowNode> level, EnumSet<Flaw> inherited, List<Set<Flaw>> places) {
    EnumSet<Flaw> soFar = EnumSet.copyOf(inherited);
    for (FlowNode node : level) {
      EnumSet<Flaw> here = EnumSet.copyOf(soFar);
      addOwn(node, level, here);
      if (isSecondStep(node)) {
        places.add(here);
      } else if (node instanceof SubFlow subFlow) {
        collect(subFlow.children(), here, places);
      }
      if (mayIdentify(node)) {
        soFar.remove(Flaw.TOO_EARLY);
      }
    }
  }

  private static void addOwn(FlowNode node, List<FlowNode> level, Set<Flaw> flaws) {
    if (!node.enabled()) {
      flaws.add(Flaw.DISABLED);
    } else if (node.requirement() == Requirement.ALTERNATIVE) {
      flaws.add(Flaw.SKIPPABLE);
    } else if (level.stream().anyMatch(n -> n.requirement() == Requirement.ALTERNATIVE)) {
      flaws.add(Flaw.MIXED);
    }
  }

  private boolean mayIdentify(FlowNode node) {
    return node.enabled()
        && node.all()
            .anyMatch(
                n ->
                    n instanceof Step step
                        && n.enabled()
                        && !isSecondStep(n)
                        && !condition.test(step.authenticator()));
  }
}
