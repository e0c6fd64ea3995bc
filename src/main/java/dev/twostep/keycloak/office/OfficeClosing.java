package dev.twostep.keycloak.office;

import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.store.JpaOfficeAccounts;
import dev.twostep.keycloak.store.JpaOfficeAccounts.Linked;
import dev.twostep.keycloak.store.JpaOfficeStaff;
import dev.twostep.keycloak.store.JpaOffices;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Ends an office. Its accounts leave it a hundred at a time, each hundred for good, so that ten
 * thousand neither fill the memory nor one transaction; what is interrupted can be repeated.
 */
public final class OfficeClosing {

  private static final int AT_ONCE = 100;

  /** Whom it would concern; {@code first} are the first of them by name. */
  public record Preview(long accounts, long withoutOwnFactor, List<Linked> first) {}

  /** Whom it concerned. */
  public record Closed(long accounts, long withoutOwnFactor) {}

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Office office;

  public OfficeClosing(KeycloakSession session, RealmModel realm, Office office) {
    this.session = session;
    this.realm = realm;
    this.office = office;
  }

  public long accounts() {
    return new JpaOfficeAccounts(session, realm).count(office.id());
  }

  public Preview preview() {
    long left = 0;
    int first = 0;
    for (long here = AT_ONCE; here == AT_ONCE; first += AT_ONCE) {
      int from = first;
      long[] counts = OtherSession.of(session, realm).get((s, r) -> judge(s, r, from));
      here = counts[0];
      left += counts[1];
    }
    return new Preview(
        accounts(), left, new JpaOfficeAccounts(session, realm).page(office.id(), "", 0, AT_ONCE));
  }

  /** How many accounts a stretch has, and how many of them have nothing else. */
  private long[] judge(KeycloakSession other, RealmModel there, int from) {
    List<Linked> accounts =
        new JpaOfficeAccounts(other, there).page(office.id(), "", from, AT_ONCE);
    PassOwed owed = new PassOwed(other, there);
    long left =
        accounts.stream()
            .map(one -> other.users().getUserById(there, one.user()))
            .filter(user -> user != null && owed.by(user, Twostep.of(other).clock().instant()))
            .count();
    return new long[] {accounts.size(), left};
  }

  /** All accounts leave, all devices end, and what was written down of it goes. */
  public Closed close() {
    OfficeStaff staff = new OfficeStaff(session, realm, office);
    new JpaOfficeStaff(session, realm)
        .of(office.id())
        .forEach(device -> staff.revoke(device, office.options().endSessions()));
    long all = 0;
    long left = 0;
    for (long here = AT_ONCE; here == AT_ONCE; all += here) {
      long[] counts = OtherSession.of(session, realm).get(this::takeOff);
      here = counts[0];
      left += counts[1];
    }
    new JpaOffices(session, realm).remove(office.id());
    return new Closed(all, left);
  }

  private long[] takeOff(KeycloakSession other, RealmModel there) {
    OfficeBook book = new OfficeBook(other, there, office);
    List<Linked> accounts = new JpaOfficeAccounts(other, there).page(office.id(), "", 0, AT_ONCE);
    long left = 0;
    for (Linked account : accounts) {
      UserModel user = other.users().getUserById(there, account.user());
      if (user == null) {
        book.forget(account.user());
      } else if (book.detachOwing(user)) {
        left++;
      }
    }
    return new long[] {accounts.size(), left};
  }
}
