package dev.twostep.keycloak.policy;

import static java.util.stream.Collectors.joining;

import dev.twostep.domain.policy.Layer;
import dev.twostep.domain.policy.Scope;
import dev.twostep.domain.policy.ScopeKind;
import dev.twostep.domain.policy.ScopeLayer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;

/** The layers of a user's groups and of all their parents, each group once. */
final class GroupLayers {

  private final Map<String, ScopeLayer> found = new LinkedHashMap<>();

  GroupLayers(UserModel user) {
    user.getGroupsStream()
        // The group that Keycloak keeps inside an organization is that organization's own affair.
        .filter(group -> group.getType() == GroupModel.Type.REALM)
        .forEach(this::climb);
  }

  Collection<ScopeLayer> layers() {
    return found.values().stream().filter(one -> !one.layer().isEmpty()).toList();
  }

  private void climb(GroupModel start) {
    Deque<GroupModel> path = new ArrayDeque<>();
    for (GroupModel group = start; group != null; group = group.getParent()) {
      path.addFirst(group);
    }
    List<String> names = new ArrayList<>();
    for (GroupModel group : path) {
      names.add(group.getName());
      found.computeIfAbsent(group.getId(), id -> layer(group, names));
    }
  }

  private static ScopeLayer layer(GroupModel group, List<String> names) {
    Layer layer = LayerAttributes.of(group).layer();
    // Keycloak's own way of telling a slash in a name from one between names.
    String path = names.stream().map(name -> "/" + name.replace("/", "~/")).collect(joining());
    return new ScopeLayer(new Scope(ScopeKind.GROUP, group.getId(), path), names.size(), layer);
  }
}
