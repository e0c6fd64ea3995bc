package dev.twostep.keycloak.setup;

import java.util.List;
import java.util.stream.Stream;

/** A whole top-level flow as a value. */
record FlowTree(FlowNode.Label label, List<FlowNode> children) {

  Stream<FlowNode> all() {
    return children.stream().flatMap(FlowNode::all);
  }

  FlowTree with(List<FlowNode> others) {
    return new FlowTree(label, others);
  }
}
