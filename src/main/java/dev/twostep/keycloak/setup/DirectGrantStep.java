package dev.twostep.keycloak.setup;

import java.util.List;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** Binds a direct-grant flow that takes app passwords and asks for the second step. */
record DirectGrantStep(RealmModel realm, OwnFlow own, GrantLayout layout) implements SetupStep {

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
    return layout.isSound(own.read(bound))
        ? List.of()
        : List.of(
            Finding.error(
                "The direct-grant flow \""
                    + bound.getAlias()
                    + "\" takes no code and no app password: whoever needs a second step gets no"
                    + " token there.",
                "Run POST setup, or end that flow with \"Twostep: second step of a direct grant\""
                    + " and use Twostep's password element in it."));
  }

  private BoundFlow flow() {
    return new BoundFlow(realm, own, layout);
  }
}
