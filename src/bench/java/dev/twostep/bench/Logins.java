package dev.twostep.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Logs users in as a browser and its client would: pages, redirect, code, tokens. */
record Logins(URI server, SmsGatewayDouble phones, MailDrop mails, Devices devices) {

  static final String CLIENT = "app";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(1);

  Logins(URI server, SmsGatewayDouble phones, MailDrop mails) {
    this(server, phones, mails, new Devices());
  }

  /** How long one complete login takes, from the first request to the tokens. */
  long nanosOf(Variant variant, BenchUser user) {
    long start = System.nanoTime();
    logIn(variant, user);
    return System.nanoTime() - start;
  }

  /** One complete login, or an exception that says where it ended. */
  void logIn(Variant variant, BenchUser user) {
    LoginDriver browser =
        variant == Variant.TWOSTEP_DEVICE ? devices.open(server, user) : LoginDriver.at(server);
    Page first = browser.open(variant.realm(), CLIENT);
    Page second = secondStep(browser, variant, user, password(browser, variant, user, first));
    String code =
        second
            .code()
            .orElseThrow(() -> new IllegalStateException(variant + " ended on: " + second.text()));
    JsonNode tokens = browser.tokens(variant.realm(), CLIENT, code);
    if (!tokens.hasNonNull("access_token")) {
      throw new IllegalStateException(variant + " got no tokens: " + tokens);
    }
    devices.close(browser, user);
  }

  private static Page password(LoginDriver browser, Variant variant, BenchUser user, Page first) {
    if (variant == Variant.SECOND_FORM) {
      Page second = browser.submit(first, Map.of("username", user.name()));
      return browser.submit(second, Map.of("password", BenchUser.PASSWORD));
    }
    return browser.submit(first, Map.of("username", user.name(), "password", BenchUser.PASSWORD));
  }

  private Page secondStep(LoginDriver browser, Variant variant, BenchUser user, Page page) {
    return switch (variant) {
      case PASSWORD, SECOND_FORM, TWOSTEP_OFF -> page;
      case KEYCLOAK_OTP -> browser.submit(page, Map.of("otp", user.appCode()));
      case TWOSTEP_TOTP, TWOSTEP_SMS, TWOSTEP_EMAIL -> answer(browser, variant, user, page);
      case TWOSTEP_DEVICE ->
          page.code().isPresent()
              ? page
              : devices.trust(browser, answer(browser, variant, user, page));
    };
  }

  private Page answer(LoginDriver browser, Variant variant, BenchUser user, Page page) {
    if (!page.has("input[name=code]") || page.has("[aria-invalid=true]")) {
      throw new IllegalStateException(variant + " was asked for no code: " + page.text());
    }
    return browser.submit(page, Map.of("code", code(variant, user), "twostepAction", "verify"));
  }

  private String code(Variant variant, BenchUser user) {
    return switch (variant) {
      case TWOSTEP_SMS -> smsCode(user);
      case TWOSTEP_EMAIL -> mails.awaitCode(user.email(), PATIENCE);
      default -> user.appCode();
    };
  }

  /** Looks often: how long a login takes must not depend on when it is looked for its code. */
  private String smsCode(BenchUser user) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> texts = phones.codes(user.phone());
    while (texts.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      texts = phones.codes(user.phone());
    }
    if (texts.isEmpty()) {
      throw new IllegalStateException("no message for " + user.phone() + " within " + PATIENCE);
    }
    phones.forget(user.phone());
    return SmsGatewayDouble.codeIn(texts.get(texts.size() - 1));
  }
}
