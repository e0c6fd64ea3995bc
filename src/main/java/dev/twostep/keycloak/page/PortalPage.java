package dev.twostep.keycloak.page;

import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.portal.Intake;
import dev.twostep.domain.portal.KeyPath;
import dev.twostep.domain.portal.KeyWay;
import dev.twostep.domain.portal.Portal;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.portal.CatalogueFile;
import dev.twostep.keycloak.portal.KeyIntake;
import dev.twostep.keycloak.portal.KeyProof;
import dev.twostep.keycloak.portal.PortalSaid;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;

/** Renders {@code twostep-portal.ftl}: one portal on its way to codes. */
final class PortalPage {

  private final Visit visit;
  private final Portal portal;
  private final KeyIntake intake;
  private final String path;

  PortalPage(Visit visit, Portal portal) {
    this.visit = visit;
    this.portal = portal;
    this.intake = new KeyIntake(visit.session(), visit.realm(), visit.user(), portal);
    this.path = PortalsResource.PATH + "/" + portal.id();
  }

  /** What the page waits for, in one word. */
  static String state(Optional<Intake> open) {
    return open.map(at -> at.state().word()).orElse("none");
  }

  /** The same for the page's script, with what the last photo lacked. */
  static Map<String, Object> progress(Optional<Intake> open) {
    return Map.of(
        "state", state(open),
        "tries", open.map(Intake::tries).orElse(0),
        "flaw", open.flatMap(Intake::flaw).orElse(""));
  }

  Response show(Optional<KeyPath> chosen, Optional<PortalSaid> said) {
    return show(chosen, said, "");
  }

  /** With a number that was typed, and why it has to be typed otherwise. */
  Response again(Optional<KeyPath> chosen, PortalSaid said, String number) {
    return show(chosen, Optional.of(said), number);
  }

  private Response show(Optional<KeyPath> chosen, Optional<PortalSaid> said, String number) {
    Map<String, Object> shown = shown(chosen);
    shown.put("number", number);
    LoginFormsProvider form =
        visit
            .session()
            .getProvider(LoginFormsProvider.class)
            .setUser(visit.user())
            .setActionUri(LoginRedirect.page(visit.session(), visit.realm(), path))
            .setAttribute("twostep", shown);
    PortalsPage.say(form, said);
    return Response.fromResponse(form.createForm("twostep-portal.ftl"))
        .header("Cache-Control", "no-store")
        .build();
  }

  private Map<String, Object> shown(Optional<KeyPath> chosen) {
    Optional<Intake> open = intake.open();
    Confirming confirming =
        new Confirming(
            visit, path, chosen.map(way -> Map.of("way", way.word())).orElseGet(Map::of));
    Map<String, Object> shown = new HashMap<>();
    shown.put("token", visit.token());
    shown.put("portal", portal.name());
    shown.put("host", portal.host().orElse(""));
    shown.put("variant", variant());
    shown.put("hasKey", portal.hasKey());
    shown.put("fresh", confirming.isFresh());
    shown.put("minutes", confirming.minutesLeft());
    shown.put("possible", hasOwnFactor());
    shown.put("confirm", confirming.link());
    shown.put("own", address(path));
    shown.put("all", address(PortalsResource.PATH));
    shown.put("me", address(MeResource.PATH));
    shown.put("state", state(open));
    shown.put("path", open.map(Intake::path).or(() -> chosen).map(KeyPath::word).orElse(""));
    shown.put("phone", PhotoLinks.proven(visit).map(PhoneNumber::masked).orElse(""));
    open.ifPresent(at -> shown.putAll(shown(at, confirming.isFresh())));
    return shown;
  }

  private Map<String, Object> shown(Intake at, boolean fresh) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("words", at.state() == Intake.State.SENT ? "" : at.words());
    shown.put("intake", at.id());
    shown.put("flaw", at.flaw().orElse(""));
    shown.put("tries", at.tries());
    shown.put("byPhone", at.way() == KeyWay.LINK);
    if (at.state() == Intake.State.READY && fresh) {
      shown.put("label", intake.label());
      Optional<AppKey> key = intake.pending();
      shown.put("lost", key.isEmpty());
      key.filter(known -> at.path() == KeyPath.ACTIVATE)
          .map(new KeyProof(visit.session(), visit.realm(), visit.user(), portal)::running)
          .ifPresent(
              running -> {
                shown.put("code", running.code());
                shown.put("seconds", running.secondsLeft());
              });
    }
    return shown;
  }

  /** Without one nobody can confirm anything, and the page says where to set one up. */
  private boolean hasOwnFactor() {
    return new AccountFactors(visit.realm(), visit.user())
        .kinds().stream().anyMatch(kind -> kind.isPersonal());
  }

  private String variant() {
    return portal
        .entry()
        .flatMap(CatalogueFile.catalogue()::find)
        .map(known -> known.variant())
        .orElse("");
  }

  private String address(String at) {
    return LoginRedirect.page(visit.session(), visit.realm(), at).toString();
  }
}
