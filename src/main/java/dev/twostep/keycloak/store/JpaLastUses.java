package dev.twostep.keycloak.store;

import dev.twostep.domain.factor.LastUses;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a user's factors were used last, in one query. */
public final class JpaLastUses {

  /**
   * What is known of one user.
   *
   * @param steps the last time step accepted from an authenticator app, by credential id
   */
  public record Uses(LastUses kinds, Map<String, Long> steps) {}

  private JpaLastUses() {}

  public static Uses of(EntityManager em, String userId) {
    List<Tuple> rows =
        em.createQuery(
                "select a.lastUsed as used, s.credentialId as app, s.lastStep as step"
                    + " from AccountEntity a left join StepEntity s on s.userId = a.userId"
                    + " where a.userId = :user",
                Tuple.class)
            .setParameter("user", userId)
            .getResultList();
    Map<String, Long> steps = new HashMap<>();
    @Nullable String used = null;
    for (Tuple row : rows) {
      used = row.get("used", String.class);
      String app = row.get("app", String.class);
      if (app != null) {
        steps.put(app, row.get("step", Long.class));
      }
    }
    return new Uses(Times.readUses(used), steps);
  }
}
