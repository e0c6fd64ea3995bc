package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

/**
 * Asks for one of Keycloak's recovery codes. With 62 random bits they cannot be guessed, so they
 * stay outside the budget and let an owner in whom a stranger's guesses have paused.
 */
final class RecoveryTurns implements FactorTurns {

  private final Exchange exchange;
  private final boolean others;
  private final CodePage page;

  RecoveryTurns(Exchange exchange, boolean others) {
    this.exchange = exchange;
    this.others = others;
    this.page = new CodePage(exchange);
  }

  @Override
  public Turn ask() {
    return show();
  }

  @Override
  public Turn show() {
    return new Turn.Show(page.show(shown()));
  }

  @Override
  public Turn answer() {
    String typed = exchange.field("code").replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    if (typed.isEmpty()) {
      return new Turn.Show(page.error(shown(), Pages.message("code", "twostepCodeMissing")));
    }
    UserModel user = exchange.user();
    if (!user.credentialManager().isValid(UserCredentialModel.buildFromBackupAuthnCode(typed))) {
      return new Turn.Wrong(page.error(shown(), Pages.message("code", "twostepCodeWrong")));
    }
    renewWhenUsedUp(user);
    return new Turn.Done(Optional.of(FactorKind.RECOVERY_CODES));
  }

  private Optional<RecoveryAuthnCodesCredentialModel> codes() {
    return exchange
        .user()
        .credentialManager()
        .getStoredCredentialsByTypeStream(RecoveryAuthnCodesCredentialModel.TYPE)
        .findFirst()
        .map(RecoveryAuthnCodesCredentialModel::createFromCredentialModel);
  }

  private void renewWhenUsedUp(UserModel user) {
    codes()
        .filter(RecoveryAuthnCodesCredentialModel::allCodesUsed)
        .ifPresent(
            used -> {
              user.credentialManager().removeStoredCredentialById(used.getId());
              exchange
                  .login()
                  .addRequiredAction(UserModel.RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES);
            });
  }

  private Map<String, Object> shown() {
    Map<String, Object> shown = page.basics(FactorKind.RECOVERY_CODES, others);
    // Keycloak takes the codes in the order of the printed list only.
    codes()
        .flatMap(RecoveryAuthnCodesCredentialModel::getNextRecoveryAuthnCode)
        .ifPresent(next -> shown.put("codeNumber", next.getNumber()));
    return shown;
  }
}
