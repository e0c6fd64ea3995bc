package dev.twostep.keycloak.login;

import dev.twostep.application.pass.CheckPass;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.pass.SealedPass;
import dev.twostep.domain.policy.Refusal;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.credential.PassShelf;
import dev.twostep.keycloak.credential.StoredPass;
import dev.twostep.keycloak.notice.Told;
import dev.twostep.keycloak.recovery.FactorReset;
import dev.twostep.keycloak.recovery.FactorReset.Removed;
import dev.twostep.keycloak.recovery.UserSessions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;

/** Set-up on the strength of a pass: the only way on from it, and open only for a while. */
final class PassSetUp {

  private final Exchange exchange;
  private final PassShelf shelf;

  PassSetUp(Exchange exchange) {
    this.exchange = exchange;
    this.shelf = new PassShelf(exchange.user());
  }

  /** Whether this login used the pass that the user still has; not one taken back since. */
  boolean isOpened() {
    return pass().isPresent();
  }

  private Optional<SealedPass> pass() {
    return shelf
        .pass()
        .map(StoredPass::sealed)
        .filter(pass -> exchange.notes().usedPass(pass.id()));
  }

  Turn turn(List<FactorKind> choices, boolean answered) {
    CheckPass passes = exchange.twostep().checkPass();
    if (!pass().filter(pass -> passes.isSetUpOpen(exchange.account(), pass)).isPresent()) {
      new Audit(exchange).refused("pass-over", "no factor was set up in time");
      return new Turn.Refused(new Pages(exchange).refused("PassOver"));
    }
    if (choices.isEmpty()) {
      Refusal refusal = Refusal.NO_ENROLLABLE_FACTOR;
      new Audit(exchange).refused(refusal.word(), "a pass was used");
      return new Turn.Refused(new Pages(exchange).refused(RefusalKey.of(refusal)));
    }
    return new EnrolmentTurns(exchange, choices, Optional.empty()).turn(answered);
  }

  /** A factor of that kind was bound: under a pass, the lost ones, the pass and sessions go. */
  void bound(FactorKind kind) {
    if (!isOpened()) {
      return;
    }
    Optional<CredentialModel> fresh = newest(kind);
    new FactorReset(exchange.session(), exchange.realm(), exchange.user())
        .remove(one -> fresh.filter(f -> f.getId().equals(one.credential().getId())).isEmpty())
        .forEach(this::log);
    shelf.remove();
    exchange.notes().forgetPass();
    new UserSessions(exchange.session(), exchange.realm(), exchange.user())
        .endAllBut(exchange.login().getParentSession().getId());
  }

  private Optional<CredentialModel> newest(FactorKind kind) {
    return exchange
        .user()
        .credentialManager()
        .getStoredCredentialsStream()
        .filter(one -> AccountFactors.kindOf(one).filter(kind::equals).isPresent())
        .max(Comparator.comparing(one -> Objects.requireNonNullElse(one.getCreatedDate(), 0L)));
  }

  private void log(Removed removed) {
    exchange
        .event()
        .clone()
        .event(EventType.REMOVE_CREDENTIAL)
        .user(exchange.user())
        .detail(Details.CREDENTIAL_TYPE, removed.credential().getType())
        .detail(Audit.REASON, "pass")
        .detail(Told.DETAIL, "true")
        .success();
  }
}
