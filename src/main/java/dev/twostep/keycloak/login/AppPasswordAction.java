package dev.twostep.keycloak.login;

/** Makes an app password by request of the account console or of one's own page. */
final class AppPasswordAction implements TurnAction {

  @Override
  public Turn turn(Exchange exchange, boolean answered) {
    return new AppPasswordTurns(exchange).turn(answered);
  }
}
