package dev.twostep.keycloak.office;

import dev.twostep.domain.office.JoinOutcome;
import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.office.AccountList.Line;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What becomes of each line of one list; remembers what earlier lines said of the same user. */
final class ListReading {

  private static final Set<JoinOutcome> CHANGES =
      EnumSet.of(JoinOutcome.ATTACHED, JoinOutcome.INVITED, JoinOutcome.RENUMBERED);

  /**
   * A line that was looked at.
   *
   * @param settled what is known of it without its account
   * @param repeated whether an earlier line said the same
   */
  record Seen(Line line, Optional<JoinOutcome> settled, boolean repeated) {}

  private final boolean dryRun;
  private final Map<String, String> numbers = new HashMap<>();

  ListReading(boolean dryRun) {
    this.dryRun = dryRun;
  }

  /** To be called once for each line, in their order. */
  Seen look(Line line) {
    if (line.isMalformed()) {
      return new Seen(line.shortened(), Optional.of(JoinOutcome.MALFORMED), false);
    }
    String before = numbers.putIfAbsent(name(line), line.customer());
    boolean other = before != null && !before.equals(line.customer());
    return new Seen(
        line, other ? Optional.of(JoinOutcome.DUPLICATE) : Optional.empty(), before != null);
  }

  /** Follows the line, or says what would become of it. */
  JoinOutcome follow(Seen seen, KeycloakSession session, RealmModel realm, Office office) {
    if (seen.settled().isPresent()) {
      return seen.settled().get();
    }
    UserModel user = session.users().getUserByUsername(realm, name(seen.line()));
    if (user == null) {
      return JoinOutcome.UNKNOWN_USER;
    }
    OfficeBook book = new OfficeBook(session, realm, office);
    if (!dryRun) {
      return book.attach(user, seen.line().customer());
    }
    JoinOutcome outcome = book.judge(user, seen.line().customer());
    return seen.repeated() && CHANGES.contains(outcome) ? JoinOutcome.UNCHANGED : outcome;
  }

  private static String name(Line line) {
    return line.user().toLowerCase(Locale.ROOT);
  }
}
