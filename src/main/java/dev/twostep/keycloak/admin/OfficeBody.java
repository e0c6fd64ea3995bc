package dev.twostep.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.domain.factor.FactorName;
import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeOptions;
import dev.twostep.keycloak.store.JpaOffices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;

/** The JSON of an office: what it does not name stays as it is. All problems come together. */
final class OfficeBody {

  private static final int LONGEST_NAME = 100;
  private static final String EXAMPLE = "send {\"name\": \"Miller & Sons\"}";

  private final AdminCall call;
  private final Office before;
  private final List<Problem> problems = new ArrayList<>();

  OfficeBody(AdminCall call, Office before) {
    this.call = call;
    this.before = before;
  }

  Office read(String body) {
    JsonNode json = SmallJson.read(body, EXAMPLE);
    SmallJson.unknown(
            json, List.of("name", "ownFactors", "strict", "shared", "endSessions", "organization"))
        .ifPresent(problems::add);
    String name = name(json.path("name"));
    OfficeOptions old = before.options();
    OfficeOptions options =
        new OfficeOptions(
            flag(json, "ownFactors", old.ownFactors()),
            flag(json, "strict", old.strict()),
            flag(json, "shared", old.shared()),
            flag(json, "endSessions", old.endSessions()),
            organization(json));
    if (!problems.isEmpty()) {
      throw Answers.refused(problems);
    }
    return new Office(before.id(), name, options);
  }

  private String name(JsonNode value) {
    String name = value.isMissingNode() ? before.name() : value.asText("").strip();
    boolean visible = name.codePoints().noneMatch(FactorName::isInvisible);
    if (name.isEmpty() || name.length() > LONGEST_NAME || !visible) {
      problems.add(
          new Problem("name", "is missing, too long or cannot be read", "use 1 to 100 characters"));
    } else if (new JpaOffices(call.session(), call.realm())
        .named(name)
        .filter(other -> !other.id().equals(before.id()))
        .isPresent()) {
      problems.add(new Problem("name", "is another office's", "choose another one"));
    }
    return name;
  }

  private boolean flag(JsonNode json, String field, boolean old) {
    JsonNode value = json.path(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      problems.add(new Problem(field, "is neither true nor false", "send true or false"));
    }
    return value.isBoolean() ? value.booleanValue() : old;
  }

  private Optional<String> organization(JsonNode json) {
    JsonNode value = json.path("organization");
    if (value.isMissingNode()) {
      return before.options().organization();
    }
    if (value.isNull() || value.asText("").isBlank()) {
      return Optional.empty();
    }
    Optional<String> found = known(value.asText("").strip());
    if (found.isEmpty()) {
      problems.add(
          new Problem(
              "organization", "is none of this realm", "send the id or alias of one, or null"));
    }
    return found;
  }

  private Optional<String> known(String typed) {
    if (!Organizations.isEnabled(call.session())) {
      return Optional.empty();
    }
    OrganizationProvider all = call.session().getProvider(OrganizationProvider.class);
    return Optional.ofNullable(all.getById(typed))
        .or(() -> Optional.ofNullable(all.getByAlias(typed)))
        .map(OrganizationModel::getId);
  }
}
