package dev.twostep.keycloak.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** An element of an authentication flow as a value: planned and compared without a server. */
sealed interface FlowNode {

  Requirement requirement();

  default boolean enabled() {
    return requirement() != Requirement.DISABLED;
  }

  /** This element and everything below it, in order. */
  Stream<FlowNode> all();

  /** An execution of one authenticator. */
  record Step(String authenticator, Requirement requirement, Optional<Config> config)
      implements FlowNode {

    @Override
    public Stream<FlowNode> all() {
      return Stream.of(this);
    }
  }

  /** A nested flow. */
  record SubFlow(Label label, Requirement requirement, List<FlowNode> children)
      implements FlowNode {

    @Override
    public Stream<FlowNode> all() {
      return Stream.concat(Stream.of(this), children.stream().flatMap(FlowNode::all));
    }

    SubFlow with(List<FlowNode> others) {
      return new SubFlow(label, requirement, others);
    }
  }

  /** The name of a flow and what kind it is; {@code form} is the authenticator of a form flow. */
  record Label(String alias, @Nullable String description, String provider, @Nullable String form) {

    static Label basic(String alias, String description) {
      return new Label(alias, description, "basic-flow", null);
    }

    Label named(String other) {
      return new Label(other, description, provider, form);
    }
  }

  /** Settings of a step; a deployed one belongs to the server, is shared and never copied. */
  record Config(String alias, Map<String, String> values, Optional<String> deployedId) {

    Config named(String other) {
      return new Config(other, values, deployedId);
    }
  }
}
