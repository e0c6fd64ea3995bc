package dev.twostep.keycloak.limit;

import dev.twostep.application.delivery.Letter;
import dev.twostep.application.limit.Budget;
import dev.twostep.application.limit.Passage;
import dev.twostep.application.limit.Passage.Expense;
import dev.twostep.application.limit.Passage.Limits;
import dev.twostep.application.limit.Passage.Text;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.delivery.Prices;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Barring;
import dev.twostep.domain.limit.CountryRules;
import dev.twostep.domain.limit.CountryRules.Rule;
import dev.twostep.domain.limit.Network;
import dev.twostep.keycloak.delivery.GatewaySettings;
import dev.twostep.keycloak.enrolment.Numbering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;

/** What a realm's attributes say about one message. */
public final class Passages {

  private static final Numbering NUMBERING = new Numbering();

  private final KeycloakSession session;
  private final RealmModel realm;

  public Passages(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** A message to that user, asked for from there. */
  public Passage of(UserModel user, Letter.Address address, String clientIp) {
    return new Passage(
        Network.of(clientIp),
        LimitSettings.PER_IP.of(realm),
        address.channel() == FactorKind.SMS
            ? Optional.of(text(user, PhoneNumber.ofE164(address.to())))
            : Optional.empty());
  }

  /** Why no text message may go to that number whatever was counted; empty if one may. */
  public Optional<Barring> refusal(PhoneNumber number) {
    CountryRules rules = LimitSettings.COUNTRIES.of(realm);
    if (rules.of(NUMBERING.countryOf(number)) == Rule.DISABLE) {
      return Optional.of(Barring.COUNTRY);
    }
    return NUMBERING.getsTexts(number) ? Optional.empty() : Optional.of(Barring.NUMBER_KIND);
  }

  private Text text(UserModel user, PhoneNumber number) {
    String country = NUMBERING.countryOf(number);
    boolean watched = LimitSettings.COUNTRIES.of(realm).of(country) == Rule.MONITOR;
    return new Text(
        Passage.prefixOf(number.e164()),
        refusal(number),
        watched ? Optional.of(country) : Optional.empty(),
        new Limits(
            LimitSettings.PER_PREFIX.of(realm),
            LimitSettings.PER_REALM.of(realm),
            LimitSettings.CONVERSION.of(realm)),
        expense(user, number));
  }

  private Expense expense(UserModel user, PhoneNumber number) {
    Prices prices = LimitSettings.PRICES.of(realm);
    if (prices.isEmpty()) {
      return new Expense(0, List.of());
    }
    List<Budget> budgets = new ArrayList<>();
    budgets.add(new Budget("", LimitSettings.BUDGET.of(realm)));
    budgets.addAll(ofOrganizations(user));
    long price = prices.highest(new GatewaySettings(realm).names(), number.e164());
    return new Expense(price, List.copyOf(budgets));
  }

  private List<Budget> ofOrganizations(UserModel user) {
    return Organizations.isEnabled(session)
        ? session
            .getProvider(OrganizationProvider.class)
            .getByMember(user)
            .filter(OrganizationModel::isEnabled)
            .map(one -> new Budget(one.getId(), budgetOf(one)))
            .filter(budget -> budget.most().isPresent())
            .toList()
        : List.of();
  }

  /** The daily money of one organization; empty if it has none of its own. */
  public static OptionalLong budgetOf(OrganizationModel organization) {
    return organization
        .getAttributes()
        .getOrDefault(LimitSettings.BUDGET.attribute(), List.of())
        .stream()
        .findFirst()
        .map(LimitSettings.BUDGET::of)
        .orElse(OptionalLong.empty());
  }
}
