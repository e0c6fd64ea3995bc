package dev.twostep.keycloak.setup;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * Keycloak links an identity provider at the end of the first-broker-login flow: our step is its
 * last execution, so that nobody links an account without its own factor.
 */
final class FirstBrokerStep implements SetupStep {

  static final String MEMORY = "twostep.setup.broker";
  private static final String WHAT = "first broker login flow";

  private final RealmModel realm;
  private final Memory<String> added;

  FirstBrokerStep(RealmModel realm) {
    this.realm = realm;
    this.added = new Memory<>(realm, MEMORY, String.class);
  }

  @Override
  public List<Change> apply() {
    Optional<AuthenticationFlowModel> flow = flow();
    if (flow.isEmpty() || isCovered(flow.get()) || hasAlternatives(flow.get())) {
      return List.of();
    }
    AuthenticationExecutionModel ours = new AuthenticationExecutionModel();
    ours.setParentFlow(flow.get().getId());
    ours.setAuthenticator(Placement.AUTHENTICATOR);
    ours.setAuthenticatorFlow(false);
    ours.setRequirement(Requirement.REQUIRED);
    ours.setPriority(lastPriority(flow.get()) + 1);
    added.remember(realm.addAuthenticatorExecution(ours).getId());
    return List.of(new Change(WHAT, "added the second step at the end of " + name(flow.get())));
  }

  @Override
  public List<Change> undo() {
    Optional<AuthenticationExecutionModel> ours =
        added.recall().map(realm::getAuthenticationExecutionById);
    added.forget();
    ours.ifPresent(realm::removeAuthenticatorExecution);
    return ours.map(gone -> new Change(WHAT, "removed the second step")).stream().toList();
  }

  @Override
  public boolean isAbsent() {
    return flow().filter(this::isCovered).isEmpty();
  }

  @Override
  public List<Finding> check() {
    Optional<AuthenticationFlowModel> open = flow().filter(f -> !isCovered(f));
    if (open.isEmpty()) {
      return List.of();
    }
    return hasAlternatives(open.get())
        ? List.of(
            Finding.warning(
                "Linking an identity provider is not held by a second step: "
                    + name(open.get())
                    + " has alternatives at its top level.",
                "Put them into a sub-flow of their own and run setup again."))
        : List.of(
            Finding.error(
                "An identity provider can be linked to an account without its second step.",
                "Run POST setup."));
  }

  private Optional<AuthenticationFlowModel> flow() {
    return Optional.ofNullable(realm.getFirstBrokerLoginFlow());
  }

  private boolean isCovered(AuthenticationFlowModel flow) {
    return realm
        .getAuthenticationExecutionsStream(flow.getId())
        .anyMatch(e -> Placement.AUTHENTICATOR.equals(e.getAuthenticator()) && e.isRequired());
  }

  private boolean hasAlternatives(AuthenticationFlowModel flow) {
    return realm
        .getAuthenticationExecutionsStream(flow.getId())
        .anyMatch(AuthenticationExecutionModel::isAlternative);
  }

  private int lastPriority(AuthenticationFlowModel flow) {
    return realm
        .getAuthenticationExecutionsStream(flow.getId())
        .map(AuthenticationExecutionModel::getPriority)
        .max(Comparator.naturalOrder())
        .orElse(0);
  }

  private static String name(AuthenticationFlowModel flow) {
    return "\"" + flow.getAlias() + "\"";
  }
}
