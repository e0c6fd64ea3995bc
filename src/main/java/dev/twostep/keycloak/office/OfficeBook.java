package dev.twostep.keycloak.office;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.office.Candidate;
import dev.twostep.domain.office.JoinOutcome;
import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.credential.OfficeCredential;
import dev.twostep.keycloak.store.JpaOfficeAccounts;
import dev.twostep.keycloak.store.JpaOfficeAccounts.Linked;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;

/**
 * The accounts of one office: who joins it and who leaves. An account's credential, which logins
 * read, and its row, which says which office it is, are written and removed together.
 */
public final class OfficeBook {

  private static final Set<FactorKind> AUTHENTICATORS =
      EnumSet.of(FactorKind.TOTP, FactorKind.PASSKEY);

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Office office;
  private final JpaOfficeAccounts accounts;

  public OfficeBook(KeycloakSession session, RealmModel realm, Office office) {
    this.session = session;
    this.realm = realm;
    this.office = office;
    this.accounts = new JpaOfficeAccounts(session, realm);
  }

  /** What {@link #attach} would do. */
  public JoinOutcome judge(UserModel user, String customer) {
    return candidate(user).attachedTo(office.id(), customer);
  }

  /** Attaches an account, or invites it where its owner has to be asked: an administrator's act. */
  public JoinOutcome attach(UserModel user, String customer) {
    Candidate candidate = candidate(user);
    return write(user, candidate, customer, candidate.attachedTo(office.id(), customer));
  }

  /** Invites an account, whatever it has: a manager's act. */
  public JoinOutcome offer(UserModel user, String customer) {
    Candidate candidate = candidate(user);
    return write(user, candidate, customer, candidate.invitedTo(office.id(), customer));
  }

  /** The owner says yes; whether they proved a factor of their own is for the caller to know. */
  public JoinOutcome accept(UserModel user) {
    Candidate candidate = candidate(user);
    String customer = candidate.standing().offered().orElse("");
    return write(user, candidate, customer, candidate.accepting(office.id()));
  }

  /** Takes an invitation back, whoever does; false if there is none. */
  public boolean withdraw(String user) {
    return accounts.withdraw(user, office.id()).isPresent();
  }

  /** Takes an account off; false if it was not there. Nobody is left with a password only. */
  public boolean detach(UserModel user) {
    boolean linked = isHere(user.getId());
    if (linked) {
      detachOwing(user);
    }
    return linked;
  }

  /** The same for one that is there; whether its next login needs a pass. */
  boolean detachOwing(UserModel user) {
    accounts.unlink(user.getId());
    stored(user).forEach(one -> user.credentialManager().removeStoredCredentialById(one.getId()));
    return new PassOwed(session, realm).pay(user, now());
  }

  /** The same for one whose user is gone. */
  public boolean forget(String user) {
    return isHere(user) && accounts.unlink(user);
  }

  private boolean isHere(String user) {
    return accounts.of(user).filter(row -> row.office().equals(office.id())).isPresent();
  }

  private JoinOutcome write(
      UserModel user, Candidate before, String customer, JoinOutcome outcome) {
    switch (outcome) {
      case ATTACHED -> join(user, before, customer);
      case INVITED -> accounts.offer(linked(user, customer));
      case RENUMBERED -> renumber(user, customer);
      case UNCHANGED -> repair(user);
      default -> {}
    }
    return outcome;
  }

  private void join(UserModel user, Candidate before, String customer) {
    accounts.link(linked(user, customer));
    if (before.standing().offered().isPresent()) {
      accounts.withdraw(user.getId(), office.id());
    }
    // What is read of a user after a change of theirs is read from the database.
    new PassOwed(session, realm).settle(user);
    mark(user);
  }

  private void renumber(UserModel user, String customer) {
    if (accounts.of(user.getId()).isPresent()) {
      accounts.number(user.getId(), customer);
      mark(user);
    } else {
      accounts.numberOffer(user.getId(), office.id(), customer);
    }
  }

  private void repair(UserModel user) {
    if (accounts.of(user.getId()).isPresent()) {
      mark(user);
    }
  }

  private void mark(UserModel user) {
    if (stored(user).isEmpty()) {
      user.credentialManager().createStoredCredential(OfficeCredential.of(office.name(), now()));
    }
  }

  private Linked linked(UserModel user, String customer) {
    return new Linked(user.getId(), office.id(), user.getUsername(), customer, now());
  }

  private Candidate candidate(UserModel user) {
    Optional<Linked> linked = accounts.of(user.getId());
    return new Candidate(
        user.isEnabled(),
        user.getServiceAccountClientLink() != null,
        hasAuthenticator(user),
        office.options().organization().map(id -> isMember(id, user)).orElse(true),
        new Candidate.Standing(
            linked.map(Linked::office),
            linked.map(Linked::customer).orElse(""),
            accounts.offerTo(user.getId(), office.id()).map(Linked::customer)));
  }

  private static boolean hasAuthenticator(UserModel user) {
    return user.credentialManager()
        .getStoredCredentialsStream()
        .flatMap(one -> AccountFactors.kindOf(one.getType()).stream())
        .anyMatch(AUTHENTICATORS::contains);
  }

  private boolean isMember(String organization, UserModel user) {
    if (!Organizations.isEnabled(session)) {
      return false;
    }
    OrganizationProvider all = session.getProvider(OrganizationProvider.class);
    OrganizationModel found = all.getById(organization);
    return found != null && found.isEnabled() && all.isMember(found, user);
  }

  private static List<CredentialModel> stored(UserModel user) {
    return user.credentialManager()
        .getStoredCredentialsByTypeStream(OfficeCredential.TYPE)
        .toList();
  }

  private Instant now() {
    return Twostep.of(session).clock().instant();
  }
}
