package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.setup.FlowNode.Config;
import dev.twostep.keycloak.setup.FlowNode.Step;
import dev.twostep.keycloak.setup.FlowNode.SubFlow;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/**
 * Free names: a realm export refers to flows and their settings by name, so each must be unique.
 */
final class Names {

  /** Room for a number in a column of 255 characters. */
  private static final int LONGEST = 245;

  private final Set<String> flows;
  private final Set<String> configs;

  private Names(Set<String> flows, Set<String> configs) {
    this.flows = new HashSet<>(flows);
    this.configs = new HashSet<>(configs);
  }

  static Names takenIn(RealmModel realm) {
    return new Names(
        realm
            .getAuthenticationFlowsStream()
            .map(AuthenticationFlowModel::getAlias)
            .collect(Collectors.toSet()),
        realm
            .getAuthenticatorConfigsStream()
            .map(AuthenticatorConfigModel::getAlias)
            .collect(Collectors.toSet()));
  }

  /** Without those of a flow that is about to go. */
  Names freedBy(FlowTree going) {
    Names freed = new Names(flows, configs);
    Stream.concat(Stream.of(going.label()), subFlows(going).map(SubFlow::label))
        .forEach(label -> freed.flows.remove(label.alias()));
    configsOf(going).forEach(config -> freed.configs.remove(config.alias()));
    return freed;
  }

  String freeFlowName(String wanted) {
    return free(wanted, flows);
  }

  String freeConfigName(String wanted) {
    return free(wanted, configs);
  }

  private static String free(String wanted, Set<String> taken) {
    String start = wanted.length() > LONGEST ? wanted.substring(0, LONGEST) : wanted;
    String name =
        Stream.concat(
                Stream.of(start), IntStream.iterate(2, i -> i + 1).mapToObj(i -> start + " " + i))
            .filter(candidate -> !taken.contains(candidate))
            .findFirst()
            .orElseThrow();
    taken.add(name);
    return name;
  }

  private static Stream<SubFlow> subFlows(FlowTree tree) {
    return tree.all().filter(SubFlow.class::isInstance).map(SubFlow.class::cast);
  }

  private static Stream<Config> configsOf(FlowTree tree) {
    return tree.all()
        .filter(Step.class::isInstance)
        .flatMap(node -> ((Step) node).config().stream())
        .filter(config -> config.deployedId().isEmpty());
  }
}
