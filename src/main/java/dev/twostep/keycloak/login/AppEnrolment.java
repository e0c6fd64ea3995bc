package dev.twostep.keycloak.login;

import dev.twostep.domain.enrolment.Confirming;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.enrolment.RealmConfirming;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.UserModel.RequiredAction;

/** Binds an authenticator app: explains, shows the secret, takes both codes, says that it is so. */
final class AppEnrolment {

  private final Exchange exchange;
  private final Map<String, Object> basics;
  private final PendingApp app;
  private final AppPages pages;

  AppEnrolment(Exchange exchange, Map<String, Object> basics) {
    this.exchange = exchange;
    this.basics = basics;
    this.app = new PendingApp(exchange.login());
    this.pages = new AppPages(exchange, basics);
  }

  Turn turn(boolean answered) {
    if (app.stage() == PendingApp.Stage.BOUND) {
      return bound(answered);
    }
    return new AppObstacles(exchange).found().orElseGet(() -> next(answered));
  }

  private Turn next(boolean answered) {
    return switch (app.stage()) {
      case START -> pressed(answered, "continue") ? prepare() : pages.start();
      case CONTACT -> contact(answered);
      case SCAN -> pressed(answered, "continue") ? ask() : pages.scan(app);
      case CODES, BOUND -> codes(answered);
    };
  }

  /** First the address to which the confirmation goes, where there is none yet. */
  private Turn prepare() {
    Optional<FactorKind> missing = channel().filter(kind -> addressOf(kind).isEmpty());
    if (missing.isEmpty()) {
      return scan();
    }
    app.stage(PendingApp.Stage.CONTACT);
    exchange.notes().step(new Step(Step.Kind.ENROL, missing.get()));
    return enrolment(missing.get()).turn(Step.Kind.ENROL, false);
  }

  private Turn contact(boolean answered) {
    FactorKind kind = channel().orElse(FactorKind.SMS);
    Step.Kind at =
        exchange
            .notes()
            .step()
            .filter(step -> step.factor() == kind)
            .map(Step::kind)
            .orElse(Step.Kind.ENROL);
    Turn turn = enrolment(kind).turn(at, answered);
    if (turn instanceof Turn.Done) {
      app.provenContact();
      return scan();
    }
    return turn;
  }

  private Turn scan() {
    app.stage(PendingApp.Stage.SCAN);
    exchange.notes().step(new Step(Step.Kind.ENROL, FactorKind.TOTP));
    return pages.scan(app);
  }

  private Turn ask() {
    app.stage(PendingApp.Stage.CODES);
    return new AppCodes(exchange, app).ask();
  }

  private Turn codes(boolean answered) {
    AppCodes codes = new AppCodes(exchange, app);
    if (pressed(answered, "back")) {
      return scan();
    }
    Turn turn = answered ? codes.answer() : codes.show();
    return turn instanceof Turn.Done ? pages.bound() : turn;
  }

  /** An app that was taken away again while the page was open has proven nothing. */
  private Turn bound(boolean answered) {
    boolean stands =
        app.bound()
            .filter(
                id ->
                    new AccountFactors(exchange.realm(), exchange.user())
                        .apps().stream().anyMatch(one -> one.credential().equals(id)))
            .isPresent();
    if (!stands) {
      app.start();
      return turn(false);
    }
    if (!answered) {
      return pages.bound();
    }
    if (pressed(true, "recovery") && pages.offersRecoveryCodes()) {
      exchange.login().addRequiredAction(RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES);
    }
    app.forget();
    return new Turn.Done(Optional.of(FactorKind.TOTP));
  }

  private ContactEnrolment enrolment(FactorKind kind) {
    return kind == FactorKind.SMS
        ? new PhoneEnrolment(exchange, basics)
        : new EmailEnrolment(exchange, basics);
  }

  private Optional<FactorKind> channel() {
    return RealmConfirming.of(exchange.realm()) instanceof Confirming.By by
        ? Optional.of(by.channel())
        : Optional.empty();
  }

  private Optional<String> addressOf(FactorKind kind) {
    return new AppConfirmation(exchange).address(kind);
  }

  private boolean pressed(boolean answered, String action) {
    return answered && exchange.field("twostepAction").equals(action);
  }
}
