package dev.twostep.keycloak.robot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.domain.portal.AddressRange;
import dev.twostep.domain.portal.OpeningHours;
import dev.twostep.domain.portal.RobotRules;
import dev.twostep.domain.portal.RobotRules.Limits;
import dev.twostep.domain.portal.RobotRules.OwnerRule;
import dev.twostep.keycloak.portal.CatalogueFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Reads a robot's rules and says of all that is wrong with them what to do about it. */
public final class RobotRulesReader {

  private static final List<String> FIELDS =
      List.of("portals", "owners", "hours", "addresses", "perMinute");
  private static final String HOURS =
      "send {\"days\": [\"mon\", \"fri\"], \"from\": \"20:00\", \"to\": \"06:00\","
          + " \"zone\": \"Europe/Berlin\"}";

  private final Optional<RobotNames> names;
  private final List<RobotFlaw> flaws = new ArrayList<>();

  /** For what an administrator sends. */
  public static RobotRulesReader ofAdministrator(KeycloakSession session, RealmModel realm) {
    return new RobotRulesReader(Optional.of(new RobotNames(session, realm)));
  }

  /**
   * @param names empty for stored ones, whose names were looked up before
   */
  RobotRulesReader(Optional<RobotNames> names) {
    this.names = names;
  }

  /** Of use only if there are no flaws. */
  public RobotRules read(JsonNode json) {
    json.properties().stream()
        .filter(field -> !FIELDS.contains(field.getKey()))
        .forEach(
            field -> flaw(field.getKey(), "is not known", "known: " + String.join(", ", FIELDS)));
    return new RobotRules(
        portals(json.path("portals")),
        owners(json.path("owners")),
        new Limits(
            hours(json.path("hours")),
            addresses(json.path("addresses")),
            perMinute(json.path("perMinute"))));
  }

  public List<RobotFlaw> flaws() {
    return flaws;
  }

  private Set<String> portals(JsonNode json) {
    Set<String> found = new HashSet<>(RobotRulesJson.texts(json).orElse(List.of()));
    if (found.isEmpty()) {
      flaw("portals", "names none", "send [\"paypal\", \"other\"] or [\"*\"]");
    }
    found.stream()
        .filter(one -> names.isPresent() && !isPortal(one))
        .forEach(
            one ->
                flaw("portals", "\"" + one + "\" is in no catalogue", "use its key or \"other\""));
    return found;
  }

  private static boolean isPortal(String word) {
    return word.equals(RobotRules.ALL)
        || word.equals(RobotRules.BY_NAME)
        || CatalogueFile.catalogue().find(word).isPresent();
  }

  private List<OwnerRule> owners(JsonNode json) {
    List<OwnerRule> found = new ArrayList<>();
    if (!json.isArray() || json.isEmpty()) {
      flaw("owners", "names nobody", "send [{\"group\": \"/customers\"}] or [\"*\"]");
      return found;
    }
    json.forEach(one -> owner(one).ifPresent(found::add));
    return found;
  }

  private Optional<OwnerRule> owner(JsonNode json) {
    if (json.isTextual() && json.textValue().equals(RobotRules.ALL)) {
      return Optional.of(new OwnerRule.Everyone());
    }
    String group = json.path("group").asText();
    String organization = json.path("organization").asText();
    Optional<OwnerRule> found = Optional.empty();
    if (json.size() == 1 && !group.isEmpty()) {
      found =
          names
              .map(known -> known.group(group))
              .orElse(Optional.of(group))
              .map(OwnerRule.Group::new);
    } else if (json.size() == 1 && !organization.isEmpty()) {
      found =
          names
              .map(known -> known.organization(organization))
              .orElse(Optional.of(organization))
              .map(OwnerRule.Organization::new);
    }
    if (found.isEmpty()) {
      flaw(
          "owners",
          "names no group or organization of this realm",
          "send {\"group\": id or path}, {\"organization\": id or alias} or \"*\"");
    }
    return found;
  }

  private Optional<OpeningHours> hours(JsonNode json) {
    if (json.isMissingNode() || json.isNull()) {
      return Optional.empty();
    }
    JsonNode days = json.path("days");
    if (days.isArray() && days.isEmpty()) {
      flaw("hours", "names no day", "leave days out for all, or send [\"mon\", \"tue\"]");
      return Optional.empty();
    }
    Optional<List<String>> words =
        days.isMissingNode() ? Optional.of(List.of()) : RobotRulesJson.texts(days);
    Optional<OpeningHours> hours =
        words.flatMap(
            known ->
                OpeningHours.of(
                    known,
                    json.path("from").asText(),
                    json.path("to").asText(),
                    json.path("zone").asText()));
    if (hours.isEmpty()) {
      flaw("hours", "cannot be read", HOURS);
    }
    return hours;
  }

  private List<AddressRange> addresses(JsonNode json) {
    List<AddressRange> found = new ArrayList<>();
    if (json.isMissingNode() || json.isNull()) {
      return found;
    }
    if (json.isArray() && json.isEmpty()) {
      flaw("addresses", "names none", "leave it out for all, or send [\"192.0.2.0/24\"]");
    }
    for (String text : RobotRulesJson.texts(json).orElse(List.of(""))) {
      AddressRange.of(text)
          .ifPresentOrElse(
              found::add,
              () ->
                  flaw(
                      "addresses",
                      "\"" + text + "\" is no address or range",
                      "send [\"192.0.2.0/24\", \"2001:db8::/32\"]"));
    }
    return found;
  }

  private int perMinute(JsonNode json) {
    if (json.isMissingNode() || json.isNull()) {
      return RobotRules.USUAL_PER_MINUTE;
    }
    int most = json.isInt() ? json.intValue() : 0;
    if (most < 1 || most > RobotRules.MOST_PER_MINUTE) {
      flaw("perMinute", "is out of range", "send 1 to " + RobotRules.MOST_PER_MINUTE);
      return RobotRules.USUAL_PER_MINUTE;
    }
    return most;
  }

  private void flaw(String field, String problem, String hint) {
    flaws.add(new RobotFlaw(field, problem, hint));
  }
}
