package dev.twostep.keycloak.admin;

import dev.twostep.domain.delivery.Money;
import dev.twostep.keycloak.limit.LimitSettings;
import dev.twostep.keycloak.limit.Passages;
import dev.twostep.keycloak.store.JpaSpending;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;

/** {@code spending}: what text messages have cost today, against the day's budgets. */
public final class SpendingResource {

  private final AdminCall call;
  private final JpaSpending spending;

  public SpendingResource(AdminCall call, JpaSpending spending) {
    this.call = call;
    this.spending = spending;
  }

  /** The realm, and each organization that has spent something. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response today() {
    call.auth().realm().requireViewRealm();
    Map<String, Long> spent = spending.today(call.realm().getId());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("currency", LimitSettings.CURRENCY.of(call.realm()));
    json.putAll(amounts(spent.getOrDefault("", 0L), LimitSettings.BUDGET.of(call.realm())));
    json.put("organizations", organizations(spent));
    return Response.ok(json).build();
  }

  private List<Map<String, Object>> organizations(Map<String, Long> spent) {
    if (!Organizations.isEnabled(call.session())) {
      return List.of();
    }
    OrganizationProvider all = call.session().getProvider(OrganizationProvider.class);
    return spent.keySet().stream()
        .filter(id -> !id.isEmpty())
        .sorted()
        .flatMap(id -> Stream.ofNullable(all.getById(id)))
        .map(one -> organization(one, spent.getOrDefault(one.getId(), 0L)))
        .toList();
  }

  private static Map<String, Object> organization(OrganizationModel one, long spent) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.getId());
    json.put("alias", one.getAlias());
    json.putAll(amounts(spent, Passages.budgetOf(one)));
    return json;
  }

  /** As text: a number with decimals is not the same number everywhere. */
  private static Map<String, Object> amounts(long spent, OptionalLong budget) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("today", Money.text(spent));
    if (budget.isPresent()) {
      json.put("budget", Money.text(budget.getAsLong()));
    }
    return json;
  }
}
