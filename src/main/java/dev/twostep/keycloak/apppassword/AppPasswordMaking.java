package dev.twostep.keycloak.apppassword;

import dev.twostep.application.apppassword.IssueAppPassword;
import dev.twostep.application.challenge.Account;
import dev.twostep.domain.apppassword.AppPassword;
import dev.twostep.domain.factor.FactorName;
import dev.twostep.keycloak.notice.AppPasswordNews;
import dev.twostep.keycloak.store.AppPasswordRow;
import dev.twostep.keycloak.store.JpaAppPasswords;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Makes an app password for somebody who has proven a second factor; asks for no proof itself. */
public final class AppPasswordMaking {

  /** Enough for every device somebody has; few enough to look through. */
  public static final int MOST = 25;

  /** What a form asks for, as it was typed; {@code clients} by their ids. */
  public record Wish(String name, List<String> clients, String days) {
    public Wish {
      clients = List.copyOf(clients);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** Stored; the password itself is to be shown now, and never again. */
    record Made(AppPassword password, StoredAppPassword stored) implements Outcome {}

    /** One field is wrong; {@code key} is that of the message. */
    record Flawed(String field, String key) implements Outcome {}
  }

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;

  public AppPasswordMaking(KeycloakSession session, RealmModel realm, UserModel user) {
    this.session = session;
    this.realm = realm;
    this.user = user;
  }

  public Outcome make(Wish wish) {
    List<ClientModel> chosen =
        LegacyApplication.all(realm).stream()
            .filter(client -> wish.clients().contains(client.getId()))
            .toList();
    Optional<Integer> days = AppPasswordTerms.chosen(realm, wish.days());
    return flaw(wish, chosen, days)
        .<Outcome>map(flaw -> flaw)
        .orElseGet(() -> store(FactorName.trimmed(wish.name()), chosen, days.orElseThrow()));
  }

  private Optional<Outcome.Flawed> flaw(
      Wish wish, List<ClientModel> chosen, Optional<Integer> days) {
    return nameFlaw(wish.name())
        .map(key -> new Outcome.Flawed("name", key))
        .or(() -> flaw(chosen.isEmpty(), "application", "twostepAppPasswordNoneChosen"))
        .or(() -> flaw(days.isEmpty(), "days", "twostepAppPasswordDaysWrong"));
  }

  private static Optional<Outcome.Flawed> flaw(boolean wrong, String field, String key) {
    return wrong ? Optional.of(new Outcome.Flawed(field, key)) : Optional.empty();
  }

  private Optional<String> nameFlaw(String typed) {
    Optional<String> flaw = FactorName.flaw(typed).map(one -> "name-" + one.word());
    List<String> taken =
        user.credentialManager()
            .getStoredCredentialsByTypeStream(StoredAppPassword.TYPE)
            .map(one -> one.getUserLabel() == null ? "" : one.getUserLabel())
            .toList();
    return flaw.or(
            () ->
                taken.stream()
                    .filter(FactorName.trimmed(typed)::equalsIgnoreCase)
                    .findFirst()
                    .map(other -> "name-taken"))
        .map(word -> "twostepMeSaid-" + word)
        .or(
            () ->
                taken.size() >= MOST ? Optional.of("twostepAppPasswordTooMany") : Optional.empty());
  }

  private Outcome store(String name, List<ClientModel> clients, int days) {
    Twostep twostep = Twostep.of(session);
    Account account = new Account(realm.getId(), user.getId());
    IssueAppPassword.Issued issued = twostep.issueAppPassword().issue(account);
    Instant now = Instant.ofEpochMilli(twostep.clock().millis());
    StoredAppPassword stored =
        new StoredAppPassword(
            issued.sealed(),
            name,
            new StoredAppPassword.Term(now, AppPasswordTerms.end(now, days)),
            new StoredAppPassword.Scope(
                clients.stream().map(ClientModel::getId).toList(), PasswordStamp.of(user)));
    user.credentialManager().createStoredCredential(stored.credential());
    AppPasswordRow.Label label = new AppPasswordRow.Label(name, AppPasswordLink.of(session, realm));
    new JpaAppPasswords(session).add(AppPasswordRows.fresh(stored, account, label));
    new AppPasswordNews(session, account).tellDoer(AppPasswordNews.What.CREATED, label);
    return new Outcome.Made(issued.password(), stored);
  }
}
