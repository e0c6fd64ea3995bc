package dev.twostep.keycloak.setup;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPGroup;

/** The policy attributes of a user, as the user profile must declare them. */
final class PolicyProfile {

  static final String GROUP = "twostep";
  private static final Set<String> ADMIN = Set.of("admin");
  private static final Set<String> BOTH = Set.of("admin", "user");
  private static final String FACTOR = "(sms|email|totp|passkey|office|recovery-codes)";

  private PolicyProfile() {}

  static UPGroup group() {
    UPGroup group = new UPGroup(GROUP);
    group.setDisplayHeader("Two-step login");
    group.setDisplayDescription("What the two-step policy says for this user alone.");
    return group;
  }

  /** Never editable by the user: an administrator's rule and the user's choice are two things. */
  static List<UPAttribute> attributes() {
    return List.of(
        choiceOf("twostep.requirement", "Requirement", "off", "optional", "required"),
        matching("twostep.factors", "Allowed factors", FACTOR + "( *, *" + FACTOR + ")*"),
        choiceOf("twostep.first", "First factor", "sms", "email", "totp"),
        choiceOf("twostep.fallback", "Fall-back", "sms", "email", "none"),
        matching("twostep.grace.until", "Grace until", "[0-9]{4}-[0-9]{2}-[0-9]{2}(T.{1,40})?"),
        choiceOf("twostep.grace.skips", "Grace skips", numbersTo(10)),
        choiceOf("twostep.trust.days", "Days of a trusted device", numbersTo(30)),
        choiceOf("twostep.passcode", "Passcode", "off", "optional", "required", "as-second-step"),
        attribute("twostep.choice", "The user’s own choice", BOTH),
        attribute("twostep.preferred", "Asked first by the user’s own wish", ADMIN),
        several("twostep.suspended", "Suspended factors"));
  }

  /** Whether nobody can do or enter more than with ours; names, order and annotations are free. */
  static boolean isSound(UPAttribute declared, UPAttribute wanted) {
    return Objects.equals(declared.getPermissions(), wanted.getPermissions())
        && declared.isMultivalued() == wanted.isMultivalued()
        && declared.getRequired() == null
        && declared.getSelector() == null
        && declared.getDefaultValue() == null
        && validations(declared).entrySet().containsAll(validations(wanted).entrySet());
  }

  /** Changes only what {@link #isSound} looks at. */
  static void mend(UPAttribute declared, UPAttribute wanted) {
    declared.setPermissions(wanted.getPermissions());
    declared.setMultivalued(wanted.isMultivalued());
    declared.setRequired(null);
    declared.setSelector(null);
    declared.setDefaultValue(null);
    validations(wanted).forEach(declared::addValidation);
  }

  private static Map<String, Map<String, Object>> validations(UPAttribute attribute) {
    return attribute.getValidations() == null ? Map.of() : attribute.getValidations();
  }

  private static String[] numbersTo(int last) {
    return IntStream.rangeClosed(0, last).mapToObj(Integer::toString).toArray(String[]::new);
  }

  private static UPAttribute choiceOf(String name, String displayName, String... options) {
    UPAttribute attribute = attribute(name, displayName, ADMIN);
    attribute.addValidation("options", Map.of("options", List.of(options)));
    attribute.setAnnotations(Map.of("inputType", "select"));
    return attribute;
  }

  private static UPAttribute matching(String name, String displayName, String pattern) {
    UPAttribute attribute = attribute(name, displayName, ADMIN);
    attribute.addValidation("pattern", Map.of("pattern", pattern));
    return attribute;
  }

  private static UPAttribute several(String name, String displayName) {
    UPAttribute attribute = attribute(name, displayName, ADMIN);
    attribute.setMultivalued(true);
    return attribute;
  }

  private static UPAttribute attribute(String name, String displayName, Set<String> viewers) {
    UPAttribute attribute = new UPAttribute(name, new UPAttributePermissions(viewers, ADMIN));
    attribute.setDisplayName(displayName);
    attribute.setGroup(GROUP);
    return attribute;
  }
}
