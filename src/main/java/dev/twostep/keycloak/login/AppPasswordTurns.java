package dev.twostep.keycloak.login;

import dev.twostep.domain.policy.Proof;
import dev.twostep.keycloak.apppassword.AppPasswordMaking;
import dev.twostep.keycloak.apppassword.AppPasswordMaking.Outcome;
import dev.twostep.keycloak.apppassword.AppPasswordMaking.Wish;
import dev.twostep.keycloak.apppassword.LegacyApplication;
import dev.twostep.keycloak.apppassword.StoredAppPassword;
import dev.twostep.keycloak.credential.SessionProof;
import java.util.List;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.utils.FormMessage;

/**
 * One login that makes one app password: asked for, made, shown once. A second factor has to be
 * proven first, for whoever has an app password gets in without one.
 */
final class AppPasswordTurns {

  private final Exchange exchange;
  private final AppPasswordPages pages;

  AppPasswordTurns(Exchange exchange) {
    this.exchange = exchange;
    this.pages = new AppPasswordPages(exchange);
  }

  Turn turn(boolean answered) {
    if (exchange.notes().madeAppPassword()) {
      return answered && exchange.field("twostepAction").equals("done")
          ? new Turn.Done(Optional.empty())
          : new Turn.Show(pages.shownAlready());
    }
    Optional<Turn> refusal = refusal().map(why -> new Turn.Refused(pages.refused(why)));
    return refusal.orElseGet(() -> ask(answered));
  }

  /** The end of the key of a message that says why there is none to be had. */
  private Optional<String> refusal() {
    if (exchange.impersonator().isPresent()) {
      return Optional.of("Impersonated");
    }
    Optional<Proof> proof = SessionProof.shownBy(exchange.session(), exchange.user());
    if (proof.isEmpty()) {
      return Optional.of("AppPasswordNoFactor");
    }
    if (!proof.get().factor().isPersonal()) {
      return Optional.of("OnlyOffice");
    }
    if (!proof.get().allowsChangeAt(exchange.twostep().clock().instant())) {
      return Optional.of("NotFresh");
    }
    if (!exchange.twostep().hasServerKey()) {
      return Optional.of("Unavailable");
    }
    return LegacyApplication.all(exchange.realm()).isEmpty()
        ? Optional.of("AppPasswordNoApplication")
        : Optional.empty();
  }

  private Turn ask(boolean answered) {
    if (!answered || !exchange.field("twostepAction").equals("create")) {
      return new Turn.Show(pages.form(new Wish("", onlyOne(), "")));
    }
    Wish wish = new Wish(exchange.field("name"), chosen(), exchange.field("days"));
    Outcome outcome =
        new AppPasswordMaking(exchange.session(), exchange.realm(), exchange.user()).make(wish);
    if (outcome instanceof Outcome.Flawed flawed) {
      FormMessage error = Pages.message(flawed.field(), flawed.key());
      return new Turn.Show(pages.wrong(wish, error));
    }
    Outcome.Made made = (Outcome.Made) outcome;
    exchange.notes().makeAppPassword(made.stored().id());
    log(made.stored());
    return new Turn.Show(pages.made(made));
  }

  /** Where there is no choice, none has to be made. */
  private List<String> onlyOne() {
    List<ClientModel> all = LegacyApplication.all(exchange.realm());
    return all.size() == 1 ? List.of(all.get(0).getId()) : List.of();
  }

  private List<String> chosen() {
    List<String> ids =
        exchange
            .session()
            .getContext()
            .getHttpRequest()
            .getDecodedFormParameters()
            .get("application");
    return ids == null ? List.of() : ids;
  }

  private void log(StoredAppPassword stored) {
    exchange
        .event()
        .clone()
        .event(EventType.UPDATE_CREDENTIAL)
        .user(exchange.user())
        .detail(Details.CREDENTIAL_TYPE, StoredAppPassword.TYPE)
        .detail(Details.CREDENTIAL_ID, stored.id())
        .success();
  }
}
