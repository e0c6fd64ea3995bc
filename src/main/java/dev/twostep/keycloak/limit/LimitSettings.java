package dev.twostep.keycloak.limit;

import dev.twostep.domain.delivery.Money;
import dev.twostep.domain.delivery.Prices;
import dev.twostep.domain.limit.Caps;
import dev.twostep.domain.limit.Conversion;
import dev.twostep.domain.limit.CountryRules;
import dev.twostep.domain.limit.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** All attributes by which a realm sets the limits that its accounts share. */
public final class LimitSettings {

  public static final Setting<Caps> PER_IP =
      Setting.of(
          "twostep.limit.per-ip",
          new Caps(
              List.of(
                  new Window(30, Duration.ofMinutes(10)), new Window(100, Duration.ofHours(24)))),
          Caps::parse,
          "such as 30/10m,100/24h, or off");

  public static final Setting<Caps> PER_PREFIX =
      Setting.of(
          "twostep.limit.per-prefix",
          new Caps(List.of(new Window(100, Duration.ofHours(1)))),
          LimitSettings::hourly,
          "a number of text messages in an hour such as 100, or off");

  public static final Setting<Caps> PER_REALM =
      Setting.of(
          "twostep.limit.per-realm",
          Caps.none(),
          LimitSettings::hourly,
          "a number of text messages in an hour such as 5000, or off");

  public static final Setting<Conversion> CONVERSION =
      Setting.of(
          "twostep.limit.conversion",
          new Conversion(20, 10),
          Conversion::parse,
          "so many messages and the share that must be used, such as 20/10%, or off");

  public static final Setting<Caps> WRONG_ALARM =
      Setting.of(
          "twostep.limit.wrong-alarm",
          new Caps(List.of(new Window(100, Duration.ofMinutes(10)))),
          LimitSettings::withinTheHour,
          "wrong answers in at most an hour, such as 100/10m, or off");

  /** A list that nobody understands must not open every country. */
  public static final Setting<CountryRules> COUNTRIES =
      Setting.of(
              "twostep.sms.countries",
              CountryRules.everywhere(),
              CountryRules::parse,
              "ISO codes with allow, monitor or disable, such as DE,AT,NL=monitor,*=disable; until"
                  + " it is readable no text message is sent")
          .inDoubt(new CountryRules(Map.of(), CountryRules.Rule.DISABLE));

  public static final Setting<Prices> PRICES =
      Setting.of(
          "twostep.sms.prices",
          Prices.none(),
          Prices::parse,
          "lines of gateway, prefix or *, and price, such as: sms +49 0.0835");

  public static final Setting<OptionalLong> BUDGET =
      Setting.of(
          "twostep.sms.budget",
          OptionalLong.empty(),
          LimitSettings::money,
          "the money of a day such as 250.00");

  public static final Setting<String> CURRENCY =
      Setting.of(
          "twostep.sms.currency",
          "",
          text -> Optional.of(text.strip()).filter(code -> code.matches("[A-Z]{3}")),
          "the three capital letters of a currency, such as EUR");

  private static final Pattern NUMBER = Pattern.compile("\\s*[1-9][0-9]{0,8}\\s*");
  private static final Duration HOUR = Duration.ofHours(1);

  private LimitSettings() {}

  public static List<Setting<?>> all() {
    return List.of(
        PER_IP,
        PER_PREFIX,
        PER_REALM,
        CONVERSION,
        WRONG_ALARM,
        COUNTRIES,
        PRICES,
        BUDGET,
        CURRENCY);
  }

  private static Optional<Caps> hourly(String text) {
    return Caps.parse(NUMBER.matcher(text).matches() ? text.strip() + "/1h" : text);
  }

  /** The watch looks no further back. */
  private static Optional<Caps> withinTheHour(String text) {
    return Caps.parse(text)
        .filter(caps -> caps.windows().stream().allMatch(w -> w.length().compareTo(HOUR) <= 0));
  }

  private static Optional<OptionalLong> money(String text) {
    return Optional.of(Money.parse(text)).filter(OptionalLong::isPresent);
  }
}
