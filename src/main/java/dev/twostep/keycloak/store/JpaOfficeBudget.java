package dev.twostep.keycloak.store;

import dev.twostep.application.office.CheckOfficeCode;
import dev.twostep.domain.code.ServerKey;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.OptionalLong;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What was typed wrongly to the offices of one realm, for their administrators. */
public final class JpaOfficeBudget {

  private final EntityManager em;
  private final String realm;
  private final Optional<ServerKey> key;

  public JpaOfficeBudget(KeycloakSession session, RealmModel realm, Optional<ServerKey> key) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realm = realm.getId();
    this.key = key;
  }

  /** How many wrong answers are counted now; empty without a server key, when none is. */
  public OptionalLong wrong(String office) {
    return name(office)
        .map(
            name ->
                OptionalLong.of(
                    em.createQuery(
                            "select coalesce(sum(t.amount), 0L) from TallyEntity t"
                                + " where t.name = :name",
                            Long.class)
                        .setParameter("name", name)
                        .getSingleResult()))
        .orElse(OptionalLong.empty());
  }

  /** Gives the office its full budget back. */
  public void forget(String office) {
    name(office)
        .ifPresent(
            name ->
                em.createQuery("delete from TallyEntity t where t.name = :name")
                    .setParameter("name", name)
                    .executeUpdate());
  }

  private Optional<String> name(String office) {
    return key.map(
        known ->
            new JpaTallies(em, realm, Optional.of(known)).nameOf(CheckOfficeCode.tally(office)));
  }
}
