package dev.twostep.keycloak.admin;

import dev.twostep.domain.code.Locker;
import dev.twostep.keycloak.delivery.GatewaySecrets;
import dev.twostep.keycloak.delivery.GatewaySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What an administrator wants a gateway to be: checked as a whole before anything is changed. */
final class NewGateway {

  private final StoredGateway before;
  private final Map<String, String> settings;
  private final List<Problem> problems = new ArrayList<>();

  private NewGateway(StoredGateway before, Map<String, String> wanted) {
    this.before = before;
    this.settings = new TreeMap<>(wanted);
  }

  /** Stores it, or refuses it with all of its problems. */
  static void store(
      AdminCall call, String name, Map<String, String> wanted, Optional<Locker> locker) {
    GatewayKinds kinds = new GatewayKinds(call.session());
    NewGateway gateway = new NewGateway(new StoredGateway(call, name), wanted);
    Set<String> hidden = gateway.hidden(kinds);
    gateway.keepMasked(hidden);
    gateway.requireLocker(hidden, locker);
    gateway.refuseIfFlawed();
    Map<String, String> open =
        new GatewaySecrets(call.session(), call.realm()).open(name, gateway.settings);
    kinds
        .problems(open)
        .forEach(p -> gateway.refuse("settings." + p.attribute(), "cannot be used", p.hint()));
    gateway.refuseIfFlawed();
    gateway.write(hidden, locker);
  }

  private Set<String> hidden(GatewayKinds kinds) {
    return kinds
        .secrets(settings.getOrDefault(GatewaySettings.KIND, ""))
        .orElseThrow(
            () ->
                Answers.refused(
                    List.of(
                        new Problem(
                            "kind", "is none of this server's", "use one of " + kinds.names()))));
  }

  /** A mask that comes back keeps the secret, but never sends it to another address. */
  private void keepMasked(Set<String> hidden) {
    Map<String, String> stored = before.settings();
    Map<String, String> opened = before.opened();
    for (String secret : hidden) {
      if (!StoredGateway.MASK.equals(settings.get(secret))) {
        continue;
      }
      String field = "settings." + secret;
      if (!stored.containsKey(secret)) {
        refuse(field, "is a mask, and no such secret is stored", "send the secret itself");
      } else if (!GatewaySecrets.sameDestination(stored, settings)) {
        refuse(
            field,
            "is a mask, and the gateway's kind or address has changed",
            "send the secret itself, so that it goes nowhere unasked");
      } else {
        String old = stored.getOrDefault(secret, "");
        settings.put(
            secret, GatewaySecrets.isInVault(old) ? old : opened.getOrDefault(secret, old));
      }
    }
  }

  private void requireLocker(Set<String> hidden, Optional<Locker> locker) {
    boolean plain =
        hidden.stream()
            .map(settings::get)
            .anyMatch(value -> value != null && !GatewaySecrets.isInVault(value));
    if (plain && locker.isEmpty()) {
      refuse(
          "settings",
          "has a secret, and the server has no key to lock it with",
          "set --spi-twostep--default--server-key and restart, or use ${vault.…}");
    }
  }

  private void write(Set<String> hidden, Optional<Locker> locker) {
    before.replace(settings, hidden, locker);
  }

  private void refuse(String field, String problem, String hint) {
    problems.add(new Problem(field, problem, hint));
  }

  private void refuseIfFlawed() {
    if (!problems.isEmpty()) {
      throw Answers.refused(problems);
    }
  }
}
