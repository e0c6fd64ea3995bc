package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.setup.SetupReport.Applied;
import dev.twostep.keycloak.setup.SetupReport.Checked;
import dev.twostep.keycloak.setup.SetupReport.Undone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All steps and checks of one realm, in the order in which they are applied. */
record Setup(List<SetupStep> steps, List<RealmCheck> checks) {

  Checked check() {
    List<Finding> ofSteps = findings(steps);
    List<Finding> all = Stream.concat(ofSteps.stream(), findings(checks).stream()).toList();
    return new Checked(state(ofSteps), all);
  }

  Applied apply() {
    List<Change> changes = new ArrayList<>();
    steps.forEach(step -> changes.addAll(step.apply()));
    Checked after = check();
    return new Applied(changes, after.findings(), after.state());
  }

  Undone undo() {
    List<Change> changes = new ArrayList<>();
    steps.forEach(step -> changes.addAll(step.undo()));
    Finding stays =
        Finding.info(
            "The policy stays: attributes such as " + SettingsCheck.REQUIREMENT + " are untouched.",
            "They have no effect without the setup. Remove them by hand if you no longer need"
                + " them.");
    return new Undone(changes, List.of(stays));
  }

  private String state(List<Finding> ofSteps) {
    if (ofSteps.stream().noneMatch(finding -> finding.level() == Finding.Level.ERROR)) {
      return "set-up";
    }
    return steps.stream().allMatch(SetupStep::isAbsent) ? "none" : "partly";
  }

  private static List<Finding> findings(List<? extends RealmCheck> checks) {
    return checks.stream().flatMap(check -> check.check().stream()).toList();
  }
}
