package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.setup.OwnFlow.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** Binds a browser flow that asks for the second step after every way of identifying. */
record BrowserFlowStep(RealmModel realm, OwnFlow own, SecondStepLayout layout)
    implements SetupStep {

  private static final String WHAT = "browser flow";

  @Override
  public List<Change> apply() {
    AuthenticationFlowModel bound = bound();
    if (own.is(bound)) {
      return repair(bound);
    }
    if (flaws(own.read(bound)).isEmpty()) {
      return List.of();
    }
    return own.find()
        .filter(ours -> own.cameFrom(bound))
        .map(this::bindAgain)
        .orElseGet(() -> copy(bound));
  }

  private List<Change> bindAgain(AuthenticationFlowModel ours) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change(WHAT, "bound \"" + ours.getAlias() + "\" again"));
    realm.setBrowserFlow(ours);
    changes.addAll(repair(ours));
    return changes;
  }

  private List<Change> copy(AuthenticationFlowModel source) {
    SecondStepLayout.Copy copy = layout.around(own.read(source));
    AuthenticationFlowModel made = own.install(copy.tree(), Origin.of(source));
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change(
            WHAT,
            "made \"" + made.getAlias() + "\" from \"" + source.getAlias() + "\" and bound it"));
    for (String alias : copy.leftOut()) {
      changes.add(
          new Change(
              WHAT,
              "left out \"" + alias + "\": the two-step policy decides who is asked instead"));
    }
    return changes;
  }

  private List<Change> repair(AuthenticationFlowModel ours) {
    FlowTree tree = own.read(ours);
    FlowTree wanted = layout.repaired(tree);
    if (wanted.equals(tree) && flaws(tree).isEmpty()) {
      return List.of();
    }
    if (flaws(wanted).isEmpty()) {
      own.install(wanted, own.rememberedOrigin());
      return List.of(new Change(WHAT, "repaired \"" + ours.getAlias() + "\""));
    }
    return copy(own.origin().orElseThrow(OwnFlow::originGone));
  }

  @Override
  public List<Finding> check() {
    AuthenticationFlowModel bound = bound();
    FlowTree tree = own.read(bound);
    List<Finding> findings = new ArrayList<>();
    flaws(tree).forEach(flaw -> findings.add(flaw.in(bound.getAlias(), Finding.Level.ERROR)));
    if (findings.isEmpty()) {
      if (own.is(bound) && !layout.repaired(tree).equals(tree)) {
        findings.add(
            Finding.error(
                "The second step of \""
                    + bound.getAlias()
                    + "\" is not named in the acr and amr claims.",
                "Run setup again."));
      }
      findings.addAll(askedTwice(tree, bound));
      findings.addAll(noLongerAsked(bound));
    }
    return findings;
  }

  private static List<Finding> askedTwice(FlowTree tree, AuthenticationFlowModel bound) {
    List<String> others = OtherSecondFactors.asked(tree.children());
    return others.isEmpty()
        ? List.of()
        : List.of(
            Finding.warning(
                "Flow \"" + bound.getAlias() + "\" also holds " + String.join(", ", others) + ".",
                "Users may be asked for two second factors. Remove the other one if the two-step"
                    + " policy is to decide alone."));
  }

  /** Leaving out Keycloak's own question must not go unnoticed while no policy replaces it. */
  private List<Finding> noLongerAsked(AuthenticationFlowModel bound) {
    boolean policy = realm.getAttribute(SettingsCheck.REQUIREMENT) != null;
    if (policy || !own.is(bound)) {
      return List.of();
    }
    return own
        .origin()
        .map(origin -> SecondStepLayout.leftOut(own.read(origin)))
        .filter(leftOut -> !leftOut.isEmpty())
        .map(
            leftOut ->
                Finding.warning(
                    "Users with a one-time code were asked for it by \""
                        + String.join("\", \"", leftOut)
                        + "\"; now the two-step policy decides, and the realm's own requirement is not set.",
                    "Set the realm attribute "
                        + SettingsCheck.REQUIREMENT
                        + " to off, optional or required."))
        .stream()
        .toList();
  }

  @Override
  public List<Change> undo() {
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
    return List.of(binding, new Change(WHAT, "removed \"" + alias + "\""));
  }

  private Change unbind() {
    AuthenticationFlowModel bound = bound();
    if (!own.is(bound)) {
      return new Change(
          WHAT, "left \"" + bound.getAlias() + "\" bound: it was bound by hand after setup");
    }
    AuthenticationFlowModel earlier = own.origin().orElseThrow(OwnFlow::originGone);
    realm.setBrowserFlow(earlier);
    return new Change(WHAT, "bound \"" + earlier.getAlias() + "\" again");
  }

  @Override
  public boolean isAbsent() {
    return own.find().isEmpty() && flaws(own.read(bound())).contains(Flaw.MISSING);
  }

  private Set<Flaw> flaws(FlowTree tree) {
    return new Placement(layout.condition()).flaws(tree);
  }

  private AuthenticationFlowModel bound() {
    AuthenticationFlowModel bound = realm.getBrowserFlow();
    if (bound == null) {
      throw new SetupRefused(
          "The realm has no browser flow.", "Bind one under Authentication, then try again.");
    }
    return bound;
  }
}
