package dev.twostep.it.ways;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.login.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Somebody at the page of their own factors. */
record Own(Visitor visitor, RealmApi realm, String name, String userId) {

  Page open() {
    return visitor.browser().get("/realms/" + realm.name() + "/twostep/me");
  }

  /** Through the login pages, with a code of the user's app. */
  Page logIn() {
    return visitor.app(visitor.password(open(), name), name);
  }

  URI address() {
    return URI.create(open().document().location()).resolve("me");
  }

  Element factor(String kind) {
    Element row = open().document().selectFirst("[data-factor=" + kind + "]");
    if (row == null) {
      throw new AssertionError("no " + kind + " on the page: " + open().text());
    }
    return row;
  }

  /** The id of that kind's credential, as the page's forms have it. */
  String id(String kind) {
    return factor(kind).selectFirst("input[name=credential]").attr("value");
  }

  Page rename(String kind, String to) {
    return post(Map.of("do", "rename", "credential", id(kind), "name", to));
  }

  /** Posts to the page with its token, unless another one is given. */
  Page post(Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("token", open().document().select("input[name=token]").attr("value"));
    all.putAll(fields);
    return visitor.browser().post(address(), all);
  }

  Page follow(Page page, String link) {
    return visitor.browser().get(page.document().select(link).attr("abs:href"));
  }

  JsonNode credential(String type) {
    for (JsonNode credential : realm.credentials(userId)) {
      if (credential.path("type").asText().equals(type)) {
        return credential;
      }
    }
    return MissingNode.getInstance();
  }

  /** What forms must hold, read from the identity cookie: its holder could. */
  String stateChecker() {
    String cookie = visitor.browser().cookies().value("KEYCLOAK_IDENTITY");
    byte[] claims = Base64.getUrlDecoder().decode(cookie.split("\\.", -1)[1]);
    return Json.read(new String(claims, StandardCharsets.UTF_8)).path("state_checker").asText();
  }
}
