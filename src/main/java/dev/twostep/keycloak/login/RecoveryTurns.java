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
    String typed = canonical(exchange.field("code"));
    if (typed.isEmpty()) {
      return new Turn.Show(page.error(shown(), Pages.message("code", "twostepCodeMissing")));
    }
    UserModel user = exchange.user();
    if (!isRight(user, typed)) {
      return new Turn.Wrong(page.error(shown(), Pages.message("code", "twostepCodeWrong")));
    }
    renewWhenUsedUp(user);
    return new Turn.Done(Optional.of(FactorKind.RECOVERY_CODES));
  }

  static String canonical(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  /** Spends the code if it is right. */
  static boolean isRight(UserModel user, String canonical) {
    return user.credentialManager()
        .isValid(UserCredentialModel.buildFromBackupAuthnCode(canonical));
  }

  /** The codes, if all of them were used: an empty list is no factor any more. */
  static Optional<String> usedUp(UserModel user) {
    return codes(user)
        .filter(RecoveryAuthnCodesCredentialModel::allCodesUsed)
        .map(RecoveryAuthnCodesCredentialModel::getId);
  }

  private static Optional<RecoveryAuthnCodesCredentialModel> codes(UserModel user) {
    return user.credentialManager()
        .getStoredCredentialsByTypeStream(RecoveryAuthnCodesCredentialModel.TYPE)
        .findFirst()
        .map(RecoveryAuthnCodesCredentialModel::createFromCredentialModel);
  }

  private void renewWhenUsedUp(UserModel user) {
    usedUp(user)
        .ifPresent(
            used -> {
              user.credentialManager().removeStoredCredentialById(used);
              exchange
                  .login()
                  .addRequiredAction(UserModel.RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES);
            });
  }

  private Map<String, Object> shown() {
    Map<String, Object> shown = page.basics(FactorKind.RECOVERY_CODES, others);
    // Keycloak takes the codes in the order of the printed list only.
    codes(exchange.user())
        .flatMap(RecoveryAuthnCodesCredentialModel::getNextRecoveryAuthnCode)
        .ifPresent(next -> shown.put("codeNumber", next.getNumber()));
    return shown;
  }
}
