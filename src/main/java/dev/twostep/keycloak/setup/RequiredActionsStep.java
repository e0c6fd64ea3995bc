package dev.twostep.keycloak.setup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * Registers our required actions. The guard stands before all others: an action before it would be
 * reached by someone who has only the password.
 */
final class RequiredActionsStep implements SetupStep {

  static final String MEMORY = "twostep.setup.actions";
  static final String GUARD = "twostep-second-step-guard";
  static final List<String> ACTIONS =
      List.of(
          GUARD,
          "twostep-enrol-phone",
          "twostep-enrol-email",
          "twostep-turn-off",
          "twostep-app-password",
          "twostep-confirm");
  private static final String WHAT = "required action";

  /** How an action was before our first change; one that we registered was not there at all. */
  record Earlier(boolean registered, boolean enabled, boolean defaultAction, int priority) {

    static final Earlier ABSENT = new Earlier(false, false, false, 0);

    static Earlier of(RequiredActionProviderModel action) {
      return new Earlier(true, action.isEnabled(), action.isDefaultAction(), action.getPriority());
    }
  }

  /** What the realm attribute holds, by alias. */
  record Remembered(Map<String, Earlier> actions) {}

  private final RealmModel realm;
  private final Function<String, Optional<String>> displayNames;
  private final Memory<Remembered> memory;

  /**
   * @param displayNames the name of a provider id, or empty if this server has no such provider
   */
  RequiredActionsStep(RealmModel realm, Function<String, Optional<String>> displayNames) {
    this.realm = realm;
    this.displayNames = displayNames;
    this.memory = new Memory<>(realm, MEMORY, Remembered.class);
  }

  @Override
  public List<Change> apply() {
    Map<String, Earlier> earlier = earlier();
    List<Change> changes = new ArrayList<>();
    for (String id : ACTIONS) {
      Optional<String> name = displayNames.apply(id);
      Optional<RequiredActionProviderModel> action = find(id);
      if (name.isPresent() && action.isEmpty()) {
        earlier.putIfAbsent(id, Earlier.ABSENT);
        changes.add(register(id, name.get()));
      } else if (action.isPresent() && !isSound(action.get())) {
        earlier.putIfAbsent(id, Earlier.of(action.get()));
        changes.add(mend(action.get()));
      }
    }
    if (!changes.isEmpty()) {
      memory.remember(new Remembered(earlier));
    }
    return changes;
  }

  private Change register(String id, String name) {
    RequiredActionProviderModel action = new RequiredActionProviderModel();
    action.setAlias(id);
    action.setProviderId(id);
    action.setName(name);
    action.setEnabled(true);
    action.setDefaultAction(false);
    action.setPriority(id.equals(GUARD) ? first() : last());
    realm.addRequiredActionProvider(action);
    return new Change(WHAT, "registered \"" + id + "\"");
  }

  private Change mend(RequiredActionProviderModel action) {
    action.setEnabled(true);
    action.setDefaultAction(false);
    if (isTooLate(action)) {
      action.setPriority(first());
    }
    realm.updateRequiredActionProvider(action);
    return new Change(WHAT, "repaired \"" + action.getAlias() + "\"");
  }

  private boolean isSound(RequiredActionProviderModel action) {
    return action.isEnabled() && !action.isDefaultAction() && !isTooLate(action);
  }

  private boolean isTooLate(RequiredActionProviderModel action) {
    return action.getAlias().equals(GUARD) && action.getPriority() > first();
  }

  /** Strictly before the others: of two with the same priority, the name decides. */
  private int first() {
    return realm
            .getRequiredActionProvidersStream()
            .filter(action -> !action.getAlias().equals(GUARD))
            .mapToInt(RequiredActionProviderModel::getPriority)
            .min()
            .orElse(1)
        - 1;
  }

  private int last() {
    return realm
            .getRequiredActionProvidersStream()
            .mapToInt(RequiredActionProviderModel::getPriority)
            .max()
            .orElse(0)
        + 1;
  }

  @Override
  public List<Finding> check() {
    return ACTIONS.stream().flatMap(id -> check(id).stream()).toList();
  }

  private Optional<Finding> check(String id) {
    if (displayNames.apply(id).isEmpty()) {
      return Optional.of(
          Finding.error(
              "This server has no required action \"" + id + "\".",
              "Check that every node runs the same Twostep jar."));
    }
    Optional<RequiredActionProviderModel> action = find(id);
    if (action.isEmpty()) {
      return Optional.of(
          Finding.error("The required action \"" + id + "\" is not registered.", "Run setup."));
    }
    return action
        .filter(a -> !isSound(a))
        .map(
            a ->
                Finding.error(
                    "The required action \"" + id + "\" is off, a default action or too late.",
                    "Run setup again; the guard must stand before all other actions."));
  }

  @Override
  public List<Change> undo() {
    Map<String, Earlier> earlier = earlier();
    List<Change> changes = new ArrayList<>();
    for (String id : ACTIONS) {
      Optional<RequiredActionProviderModel> action = find(id);
      if (action.isPresent() && earlier.containsKey(id)) {
        changes.add(putBack(action.get(), earlier.get(id)));
      }
    }
    memory.forget();
    return changes;
  }

  private Change putBack(RequiredActionProviderModel action, Earlier earlier) {
    if (!earlier.registered()) {
      realm.removeRequiredActionProvider(action);
      return new Change(WHAT, "removed \"" + action.getAlias() + "\"");
    }
    action.setEnabled(earlier.enabled());
    action.setDefaultAction(earlier.defaultAction());
    action.setPriority(earlier.priority());
    realm.updateRequiredActionProvider(action);
    return new Change(WHAT, "put \"" + action.getAlias() + "\" back as it was");
  }

  @Override
  public boolean isAbsent() {
    return ACTIONS.stream().allMatch(id -> find(id).isEmpty());
  }

  private Map<String, Earlier> earlier() {
    return new HashMap<>(memory.recall().map(Remembered::actions).orElse(Map.of()));
  }

  /** A copy: Keycloak's own one may be shared by its cache. */
  private Optional<RequiredActionProviderModel> find(String id) {
    return Optional.ofNullable(realm.getRequiredActionProviderByAlias(id))
        .map(RequiredActionsStep::copy);
  }

  private static RequiredActionProviderModel copy(RequiredActionProviderModel original) {
    RequiredActionProviderModel copy = new RequiredActionProviderModel();
    copy.setId(original.getId());
    copy.setAlias(original.getAlias());
    copy.setName(original.getName());
    copy.setProviderId(original.getProviderId());
    copy.setEnabled(original.isEnabled());
    copy.setDefaultAction(original.isDefaultAction());
    copy.setPriority(original.getPriority());
    copy.setConfig(original.getConfig() == null ? null : new HashMap<>(original.getConfig()));
    return copy;
  }
}
