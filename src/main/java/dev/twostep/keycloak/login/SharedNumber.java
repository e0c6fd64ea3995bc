package dev.twostep.keycloak.login;

import dev.twostep.application.enrolment.Numbers;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.notice.FactorNews;
import dev.twostep.keycloak.notice.FactorNews.What;
import dev.twostep.keycloak.notice.Notices;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/** A number that is set up here may be on other accounts: some are allowed, all are told. */
final class SharedNumber {

  private final Exchange exchange;
  private final PhoneNumber number;
  private final Numbers numbers;

  SharedNumber(Exchange exchange, PhoneNumber number) {
    this.exchange = exchange;
    this.number = number;
    this.numbers = exchange.twostep().numbers(exchange.session());
  }

  boolean isOnTooManyAccounts() {
    return numbers.othersWith(exchange.account(), number.e164()).size() >= Numbers.MOST_ACCOUNTS;
  }

  /** Call it when the number is proven and stored. */
  void claim() {
    others().forEach(this::tell);
    numbers.claim(exchange.account(), number.e164());
  }

  private Stream<UserModel> others() {
    return numbers.othersWith(exchange.account(), number.e164()).stream()
        .flatMap(
            id -> Stream.ofNullable(exchange.session().users().getUserById(exchange.realm(), id)))
        .filter(this::stillHasIt);
  }

  private boolean stillHasIt(UserModel other) {
    return new AccountFactors(exchange.realm(), other).phone().filter(number::equals).isPresent();
  }

  private void tell(UserModel other) {
    Notices.tell(exchange.session(), other, FactorNews.of(What.NUMBER_SHARED, FactorKind.SMS, ""));
  }
}
