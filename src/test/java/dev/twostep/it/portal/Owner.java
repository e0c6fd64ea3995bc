package dev.twostep.it.portal;

import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.MultipartForm;
import dev.twostep.fixture.login.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser in which the owner of portals is logged in. */
record Owner(LoginDriver browser, RealmApi realm, String name) {

  static final String KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern LINK =
      Pattern.compile("https?://\\S+/twostep/p/([A-Za-z0-9_-]{22})");

  /** By a code of the owner's own app: that is a proof of now. */
  Owner logIn() {
    Page asked = browser.password(open(""), name, NewUser.PASSWORD);
    Page in =
        browser.submit(
            asked,
            asked.form("#twostep-form"),
            Map.of("code", NewUser.appOf(name).code(), "twostepAction", "verify"));
    if (!in.has("#twostep-portals")) {
      throw new AssertionError(in.text());
    }
    return this;
  }

  String path(String below) {
    return "/realms/" + realm.name() + "/twostep/me/portals" + below;
  }

  Page open(String below) {
    return browser.get(path(below));
  }

  Page post(String below, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(Map.of("token", token()));
    all.put("intake", open(below).document().select("input[name=intake]").attr("value"));
    all.putAll(fields);
    return browser.post(address(below), all);
  }

  URI address(String below) {
    return URI.create(open("").document().location()).resolve(path(below));
  }

  /** Adds one by name; answers its id. */
  String add(String portal) {
    post("", Map.of("do", "add-named", "name", portal));
    Page page = open("");
    return page.document().select("[data-portal]").stream()
        .filter(row -> row.select("h3").text().equals(portal))
        .map(row -> row.attr("data-portal"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(page.text()));
  }

  String state(String portal) {
    return open("").document().select("[data-portal=" + portal + "]").attr("data-state");
  }

  Page typed(String portal, String path, String secret) {
    return post("/" + portal, Map.of("do", "typed", "path", path, "secret", secret));
  }

  Page picture(String portal, byte[] picture) {
    return picture(portal, "code.png", "image/png", picture);
  }

  Page picture(String portal, String fileName, String type, byte[] picture) {
    return browser.upload(
        address("/" + portal + "/picture"),
        new MultipartForm()
            .field("token", token())
            .field("path", "active")
            .file("picture", fileName, type, picture));
  }

  /** What forms must hold, read from the identity cookie: its holder could. */
  String token() {
    String[] cookie = browser.cookies().value("KEYCLOAK_IDENTITY").split("\\.", -1);
    byte[] claims = Base64.getUrlDecoder().decode(cookie[1]);
    return Json.read(new String(claims, StandardCharsets.UTF_8)).path("state_checker").asText();
  }

  /** The address in the that-many-th text message. */
  static String link(SmsGatewayDouble gateway, String number, int count) {
    String text =
        Eventually.get(
            count + " links to " + number,
            PATIENCE,
            () -> {
              List<String> inbox = gateway.inbox(number);
              return inbox.size() < count ? Optional.empty() : Optional.of(inbox.get(count - 1));
            });
    Matcher link = LINK.matcher(text);
    if (!link.find()) {
      throw new AssertionError("no link in: " + text);
    }
    return link.group();
  }

  /** Opens a link and presses its button; where it has none, that page is the answer. */
  static Page begin(LoginDriver phone, String link) {
    return begin(phone, phone.get(link));
  }

  /** The button alone, on a page that was opened before. */
  static Page begin(LoginDriver phone, Page start) {
    return start.has("#twostep-start")
        ? phone.submit(start, Map.of("twostepAction", "start"))
        : start;
  }

  static String secretOf(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }
}
