package dev.twostep.keycloak.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the message log in the caller's own transaction. */
public final class MessageLog {

  /** Which rows: empty conditions match all. */
  public record Filter(Optional<String> user, Optional<String> gateway, Optional<String> outcome) {}

  /** So many at once, and from which on. */
  public record Page(int first, int max) {}

  private MessageLog() {}

  /** Newest first. */
  public static List<LoggedMessage> of(EntityManager em, String realm, Filter filter, Page page) {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put("realmId", realm);
    filter.user().ifPresent(user -> conditions.put("userId", user));
    filter.gateway().ifPresent(gateway -> conditions.put("gateway", gateway));
    filter.outcome().ifPresent(outcome -> conditions.put("outcome", outcome));
    String where =
        conditions.keySet().stream()
            .map(field -> "m." + field + " = :" + field)
            .collect(Collectors.joining(" and "));
    TypedQuery<MessageEntity> query =
        em.createQuery(
            "select m from MessageEntity m where " + where + " order by m.sentAt desc, m.id",
            MessageEntity.class);
    conditions.forEach(query::setParameter);
    return query.setFirstResult(page.first()).setMaxResults(page.max()).getResultList().stream()
        .map(LoggedMessage::of)
        .toList();
  }
}
