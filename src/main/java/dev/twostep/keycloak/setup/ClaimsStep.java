package dev.twostep.keycloak.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.Constants;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.mappers.AmrProtocolMapper;

/**
 * Names the levels for {@code acr_values}, and puts {@code amr} into the tokens of every client
 * with Keycloak's scope {@code acr}. What an administrator has set up there already stays.
 */
final class ClaimsStep implements SetupStep {

  static final String MEMORY = "twostep.setup.claims";
  private static final String WHAT = "claims";
  private static final String SCOPE = "acr";
  private static final String MAPPER = "twostep amr";
  private static final String NO_NAMES = "{}";

  /** What setup itself added. */
  record Remembered(@Nullable String names, @Nullable String mapper) {}

  private final RealmModel realm;
  private final Memory<Remembered> memory;

  ClaimsStep(RealmModel realm) {
    this.realm = realm;
    this.memory = new Memory<>(realm, MEMORY, Remembered.class);
  }

  @Override
  public List<Change> apply() {
    Remembered before = memory.recall().orElseGet(() -> new Remembered(null, null));
    List<Change> changes = new ArrayList<>();
    Optional<String> names = hasNames() ? Optional.empty() : Optional.of(nameLevels(changes));
    Optional<String> mapper = scope().filter(s -> !hasMapper(s)).map(s -> addMapper(s, changes));
    if (!changes.isEmpty()) {
      memory.remember(new Remembered(names.orElse(before.names()), mapper.orElse(before.mapper())));
    }
    return changes;
  }

  private String nameLevels(List<Change> changes) {
    realm.setAttribute(Constants.ACR_LOA_MAP, names());
    changes.add(new Change(WHAT, "named the levels of authentication: " + names()));
    return names();
  }

  private String addMapper(ClientScopeModel scope, List<Change> changes) {
    changes.add(new Change(WHAT, "added amr to the client scope \"" + SCOPE + "\""));
    return scope.addProtocolMapper(AmrProtocolMapper.create(MAPPER, true, true)).getId();
  }

  @Override
  public List<Change> undo() {
    Remembered added = memory.recall().orElseGet(() -> new Remembered(null, null));
    memory.forget();
    List<Change> changes = new ArrayList<>();
    if (added.names() != null && added.names().equals(realm.getAttribute(Constants.ACR_LOA_MAP))) {
      realm.removeAttribute(Constants.ACR_LOA_MAP);
      changes.add(new Change(WHAT, "removed the names of the levels"));
    }
    scope()
        .flatMap(scope -> Optional.ofNullable(added.mapper()).map(scope::getProtocolMapperById))
        .ifPresent(
            mapper -> {
              scope().orElseThrow().removeProtocolMapper(mapper);
              changes.add(new Change(WHAT, "removed amr from \"" + SCOPE + "\""));
            });
    return changes;
  }

  @Override
  public List<Finding> check() {
    return hasNames()
        ? List.of()
        : List.of(
            Finding.warning(
                "The levels of authentication have no names for acr_values.", "Run setup again."));
  }

  @Override
  public boolean isAbsent() {
    return memory.recall().isEmpty();
  }

  private boolean hasNames() {
    String map = realm.getAttribute(Constants.ACR_LOA_MAP);
    return map != null && !map.isBlank() && !map.strip().equals(NO_NAMES);
  }

  private static String names() {
    Map<String, Integer> names =
        Levels.all()
            .collect(
                Collectors.toMap(
                    level -> level.acr(), level -> level.level(), (a, b) -> a, TreeMap::new));
    try {
      return new ObjectMapper().writeValueAsString(names);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Optional<ClientScopeModel> scope() {
    return realm.getClientScopesStream().filter(s -> s.getName().equals(SCOPE)).findFirst();
  }

  private static boolean hasMapper(ClientScopeModel scope) {
    return scope
        .getProtocolMappersStream()
        .map(ProtocolMapperModel::getProtocolMapper)
        .anyMatch(AmrProtocolMapper.PROVIDER_ID::equals);
  }
}
