package dev.twostep.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** Binds a browser flow that asks for the second step after every way of identifying. */
record BrowserFlowStep(RealmModel realm, OwnFlow own, SecondStepLayout layout)
    implements SetupStep {

  @Override
  public List<Change> apply() {
    return flow().apply();
  }

  @Override
  public List<Change> undo() {
    return flow().undo();
  }

  @Override
  public boolean isAbsent() {
    return flow().isAbsent();
  }

  @Override
  public List<Finding> check() {
    AuthenticationFlowModel bound = flow().bound();
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

  private Set<Flaw> flaws(FlowTree tree) {
    return layout.flaws(tree);
  }

  private BoundFlow flow() {
    return new BoundFlow(realm, own, layout);
  }
}
