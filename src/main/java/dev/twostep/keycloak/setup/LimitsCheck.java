package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.limit.LimitSettings;
import dev.twostep.keycloak.limit.Setting;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.RealmModel;

/** Whether the limits that all accounts share are what somebody meant them to be. */
record LimitsCheck(RealmModel realm) implements RealmCheck {

  @Override
  public List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    LimitSettings.all().stream()
        .filter(setting -> setting.isUnreadable(realm))
        .map(LimitsCheck::unreadable)
        .forEach(findings::add);
    if (LimitSettings.BUDGET.of(realm).isPresent() && LimitSettings.PRICES.of(realm).isEmpty()) {
      findings.add(
          Finding.warning(
              "There is a budget for text messages, but no price: it is never spent.",
              "Set " + LimitSettings.PRICES.attribute() + " to " + LimitSettings.PRICES.form()));
    }
    return findings;
  }

  private static Finding unreadable(Setting<?> setting) {
    String what = "The realm attribute " + setting.attribute() + " cannot be read: ";
    boolean closed = !setting.absent().equals(setting.doubtful());
    return Finding.warning(
        what + (closed ? "no text message is sent." : "its default holds."),
        "Write " + setting.form() + "; or remove it.");
  }
}
