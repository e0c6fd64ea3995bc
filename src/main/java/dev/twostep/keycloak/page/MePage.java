package dev.twostep.keycloak.page;

import dev.twostep.domain.device.PasscodeRules;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.factor.FactorName;
import dev.twostep.domain.policy.Explanation;
import dev.twostep.domain.policy.OwnSwitch;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.forms.login.LoginFormsProvider;

/** Renders {@code twostep-me.ftl}. */
record MePage(Visit visit) {

  private static final Set<FactorKind> SEVERAL = Set.of(FactorKind.TOTP, FactorKind.PASSKEY);

  Response show(Optional<Said> said) {
    LoginFormsProvider form =
        visit
            .session()
            .getProvider(LoginFormsProvider.class)
            .setUser(visit.user())
            .setActionUri(LoginRedirect.page(visit.session(), visit.realm(), MeResource.PATH))
            .setAttribute("twostep", shown());
    said.ifPresent(what -> say(form, what));
    return Response.fromResponse(form.createForm("twostep-me.ftl"))
        .header("Cache-Control", "no-store")
        .build();
  }

  private static void say(LoginFormsProvider form, Said said) {
    if (said.isGood()) {
      form.setSuccess(said.key());
    } else {
      form.setError(said.key());
    }
  }

  private Map<String, Object> shown() {
    OwnPolicy policy = OwnPolicy.of(visit);
    OwnFactors factors = new OwnFactors(visit, policy);
    Actions actions = new Actions(visit);
    Explanation why = policy.decision().explanation();
    OwnSwitch state = policy.state();
    Map<String, Object> shown = new HashMap<>();
    shown.put("token", visit.token());
    shown.put("user", visit.user().getUsername());
    shown.put("state", state.word());
    shown.put("rule", why.rule());
    shown.put("factors", factors.shown());
    shown.put("add", add(why.terms().factors(), factors.kinds(), actions));
    shown.put("turnOff", state == OwnSwitch.ON ? actions.turnOff().orElse("") : "");
    shown.put("devices", new OwnDevices(visit).shown(why.trusting()));
    shown.put("least", PasscodeRules.LEAST);
    shown.put("longest", FactorName.LONGEST);
    shown.put("appPasswords", new OwnAppPasswords(visit).shown());
    shown.put("offices", new OwnOffices(visit).shown());
    shown.put(
        "portals",
        LoginRedirect.page(visit.session(), visit.realm(), PortalsResource.PATH).toString());
    shown.put("account", account());
    return shown;
  }

  /** What policy allows, the realm can do, and the user has not, or may have more than once. */
  private static List<Map<String, Object>> add(
      Set<FactorKind> allowed, Set<FactorKind> has, Actions actions) {
    List<Map<String, Object>> add = new ArrayList<>();
    for (FactorKind kind : FactorKind.values()) {
      if (allowed.contains(kind) && (SEVERAL.contains(kind) || !has.contains(kind))) {
        actions.setUp(kind).ifPresent(link -> add.add(Map.of("kind", kind.word(), "link", link)));
      }
    }
    return add;
  }

  private String account() {
    return visit
        .session()
        .getContext()
        .getUri()
        .getBaseUriBuilder()
        .path("realms")
        .path(visit.realm().getName())
        .path("account")
        .build()
        .toString();
  }
}
