package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.setup.OwnFlow.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** Binds a flow of ours in the place of the one that was bound, keeps it sound, and goes back. */
record BoundFlow(RealmModel realm, OwnFlow own, FlowLayout layout) {

  List<Change> apply() {
    AuthenticationFlowModel bound = bound();
    if (own.is(bound)) {
      return repair(bound);
    }
    if (layout.isSound(own.read(bound))) {
      return List.of();
    }
    return own.find()
        .filter(ours -> own.cameFrom(bound))
        .map(this::bindAgain)
        .orElseGet(() -> copy(bound));
  }

  private List<Change> bindAgain(AuthenticationFlowModel ours) {
    List<Change> changes = new ArrayList<>();
    changes.add(change("bound \"" + ours.getAlias() + "\" again"));
    own.binding().bind(realm, ours);
    changes.addAll(repair(ours));
    return changes;
  }

  private List<Change> copy(AuthenticationFlowModel source) {
    SecondStepLayout.Copy copy = layout.around(own.read(source));
    AuthenticationFlowModel made = own.install(copy.tree(), Origin.of(source));
    List<Change> changes = new ArrayList<>();
    changes.add(
        change("made \"" + made.getAlias() + "\" from \"" + source.getAlias() + "\" and bound it"));
    for (String alias : copy.leftOut()) {
      changes.add(
          change("left out \"" + alias + "\": the two-step policy decides who is asked instead"));
    }
    return changes;
  }

  private List<Change> repair(AuthenticationFlowModel ours) {
    FlowTree tree = own.read(ours);
    FlowTree wanted = layout.repaired(tree);
    if (wanted.equals(tree) && layout.isSound(tree)) {
      return List.of();
    }
    if (layout.isSound(wanted)) {
      own.install(wanted, own.rememberedOrigin());
      return List.of(change("repaired \"" + ours.getAlias() + "\""));
    }
    return copy(own.origin().orElseThrow(own::originGone));
  }

  List<Change> undo() {
    Optional<AuthenticationFlowModel> ours = own.find();
    if (ours.isEmpty()) {
      own.forget();
      return List.of();
    }
    own.refuseIfUsed(ours.get());
    Change binding = unbind();
    String alias = ours.get().getAlias();
    own.remove(ours.get());
    own.forget();
    return List.of(binding, change("removed \"" + alias + "\""));
  }

  private Change unbind() {
    AuthenticationFlowModel bound = bound();
    if (!own.is(bound)) {
      return change("left \"" + bound.getAlias() + "\" bound: it was bound by hand after setup");
    }
    AuthenticationFlowModel earlier = own.origin().orElseThrow(own::originGone);
    own.binding().bind(realm, earlier);
    return change("bound \"" + earlier.getAlias() + "\" again");
  }

  boolean isAbsent() {
    return own.find().isEmpty() && layout.isAbsentFrom(own.read(bound()));
  }

  AuthenticationFlowModel bound() {
    return own.binding().bound(realm);
  }

  private Change change(String detail) {
    return new Change(own.binding().word(), detail);
  }
}
