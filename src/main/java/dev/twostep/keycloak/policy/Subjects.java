package dev.twostep.keycloak.policy;

import dev.twostep.domain.policy.Subject;
import org.keycloak.models.UserModel;

/**
 * What is known of a user apart from the rules: choice, factors, grace. Reading changes nothing.
 */
@FunctionalInterface
public interface Subjects {

  /** That user as the policy sees them. */
  Subject of(UserModel user);
}
