package dev.twostep.it.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.login.Stage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the manual promises, read from the raw attributes of a realm's export without a line of the
 * product: which page a user's first login ends at.
 */
final class RawPolicy {

  private static final List<String> GRADES = List.of("off", "optional", "required");

  private static final Set<String> DEFAULT_FACTORS =
      Set.of("sms", "totp", "passkey", "office", "recovery-codes");

  /**
   * One scope's attributes and how specific it is: realm 0, organization 1, groups from 2, user.
   */
  private record Scope(int rank, Map<String, String> attributes) {}

  private static final int USER = 1000;

  private final JsonNode realm;

  private final Map<String, List<Scope>> groups = new HashMap<>();

  private final Map<String, List<Scope>> organizations = new HashMap<>();

  RawPolicy(JsonNode realm) {
    this.realm = realm;
    realm.path("groups").forEach(group -> readGroup(group, "", List.of()));
    realm.path("organizations").forEach(this::readOrganization);
  }

  private void readGroup(JsonNode group, String above, List<Scope> parents) {
    String path = above + "/" + group.get("name").asText();
    List<Scope> own = new ArrayList<>(parents);
    own.add(new Scope(2 + parents.size(), attributes(group)));
    groups.put(path, own);
    group.path("subGroups").forEach(child -> readGroup(child, path, own));
  }

  private void readOrganization(JsonNode organization) {
    if (organization.path("enabled").asBoolean(true)) {
      Scope scope = new Scope(1, attributes(organization));
      for (JsonNode member : organization.path("members")) {
        organizations
            .computeIfAbsent(member.get("username").asText(), name -> new ArrayList<>())
            .add(scope);
      }
    }
  }

  /** Where the login of that user of the export at that application must end. */
  Stage expected(JsonNode user, String client) {
    Map<String, String> own = attributes(user);
    Map<String, String> application = application(client);
    if (!GRADES.contains(own.getOrDefault("twostep.requirement", "off"))) {
      return Stage.REFUSED;
    }
    List<Scope> scopes = scopes(user, own);
    int grade =
        nearest(scopes, "twostep.requirement").stream().mapToInt(GRADES::indexOf).max().orElse(0);
    grade = Math.max(grade, GRADES.indexOf(application.getOrDefault("twostep.requirement", "off")));
    Set<String> factors = factors(scopes, application);
    return switch (GRADES.get(grade)) {
      case "off" -> Stage.IN;
      case "required" -> demanded(user, factors);
      default -> optional(user, own, factors);
    };
  }

  private List<Scope> scopes(JsonNode user, Map<String, String> own) {
    Set<Scope> scopes = new LinkedHashSet<>();
    scopes.add(new Scope(0, attributes(realm)));
    scopes.addAll(organizations.getOrDefault(user.get("username").asText(), List.of()));
    user.path("groups").forEach(path -> scopes.addAll(groups.get(path.asText())));
    scopes.add(new Scope(USER, own));
    return List.copyOf(scopes);
  }

  private static List<String> nearest(List<Scope> scopes, String attribute) {
    TreeMap<Integer, List<String>> ranks = new TreeMap<>();
    for (Scope scope : scopes) {
      String value = scope.attributes().get(attribute);
      if (value != null) {
        ranks.computeIfAbsent(scope.rank(), rank -> new ArrayList<>()).add(value);
      }
    }
    return ranks.isEmpty() ? List.of() : ranks.lastEntry().getValue();
  }

  private static Set<String> factors(List<Scope> scopes, Map<String, String> application) {
    List<String> lists = new ArrayList<>(nearest(scopes, "twostep.factors"));
    Set<String> allowed =
        new HashSet<>(lists.isEmpty() ? DEFAULT_FACTORS : Set.of(lists.get(0).split(",", -1)));
    if (application.containsKey("twostep.factors")) {
      lists.add(application.get("twostep.factors"));
    }
    lists.forEach(list -> allowed.retainAll(Set.of(list.split(",", -1))));
    return allowed;
  }

  private Stage demanded(JsonNode user, Set<String> factors) {
    Set<String> usable = has(user);
    usable.retainAll(factors);
    if (!usable.isEmpty()) {
      return Stage.ASKED;
    }
    return canEnrol(factors) ? Stage.ENROL : Stage.REFUSED;
  }

  private Stage optional(JsonNode user, Map<String, String> own, Set<String> factors) {
    String choice = own.getOrDefault("twostep.choice", "");
    if (choice.equals("never") || isPutOff(choice)) {
      return Stage.IN;
    }
    Set<String> wanted = has(user);
    wanted.retainAll(factors);
    wanted.retainAll(Set.of("sms", "totp", "passkey"));
    if (choice.equals("on") || !wanted.isEmpty()) {
      return demanded(user, factors);
    }
    return canEnrol(factors) ? Stage.OFFERED : Stage.IN;
  }

  private static boolean canEnrol(Set<String> factors) {
    return factors.contains("sms") || factors.contains("totp") || factors.contains("email");
  }

  private static boolean isPutOff(String choice) {
    return choice.startsWith("later:")
        && LocalDate.parse(choice.substring("later:".length()))
            .isAfter(LocalDate.now(ZoneOffset.UTC));
  }

  private static Set<String> has(JsonNode user) {
    Set<String> factors = new HashSet<>();
    for (JsonNode credential : user.path("credentials")) {
      switch (credential.get("type").asText()) {
        case "otp" -> factors.add("totp");
        case "twostep-phone" -> factors.add("sms");
        default -> {}
      }
    }
    if (user.path("emailVerified").asBoolean()) {
      factors.add("email");
    }
    return factors;
  }

  private Map<String, String> application(String clientId) {
    for (JsonNode client : realm.path("clients")) {
      if (client.get("clientId").asText().equals(clientId)) {
        return attributes(client);
      }
    }
    throw new AssertionError("no client " + clientId);
  }

  private static Map<String, String> attributes(JsonNode thing) {
    Map<String, String> values = new HashMap<>();
    thing
        .path("attributes")
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              values.put(entry.getKey(), value.isArray() ? value.path(0).asText() : value.asText());
            });
    return values;
  }
}
