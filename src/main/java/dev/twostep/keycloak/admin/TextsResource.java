package dev.twostep.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.domain.delivery.SmsSize;
import dev.twostep.domain.delivery.TextPattern;
import dev.twostep.keycloak.delivery.RealmTexts;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.keycloak.events.admin.OperationType;

/** {@code texts/{locale}}: the realm's own words for messages with codes. */
public final class TextsResource {

  private static final String EVENT_RESOURCE = "TWOSTEP_TEXTS";

  private final AdminCall call;
  private final RealmTexts texts;
  private final String locale;

  public TextsResource(AdminCall call, String locale) {
    this.call = call;
    this.texts = new RealmTexts(call.realm());
    this.locale = locale;
  }

  /** The realm's own texts with their sizes; what is not there is the theme's. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response read() {
    call.auth().realm().requireViewRealm();
    return shown(texts.of(locale));
  }

  /** Writes the texts that the body names, all of them or none. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response write(JsonNode body) {
    call.auth().realm().requireManageRealm();
    List<Problem> problems = new ArrayList<>();
    if (!texts.speaks(locale)) {
      problems.add(
          new Problem(
              "locale",
              "is no language of this realm",
              "add it under Realm settings, Localization, or use one of those"));
    }
    Map<TextPattern.Use, String> wanted = new TextsBody(body).read(problems);
    if (!problems.isEmpty()) {
      throw Answers.refused(problems);
    }
    texts.write(locale, wanted);
    record(OperationType.UPDATE);
    Map<TextPattern.Use, String> own = new EnumMap<>(TextPattern.Use.class);
    own.putAll(texts.of(locale));
    own.putAll(wanted);
    return shown(own);
  }

  /** Back to the theme's texts. */
  @DELETE
  public Response forget() {
    call.auth().realm().requireManageRealm();
    if (texts.forget(locale)) {
      record(OperationType.DELETE);
    }
    return Response.noContent().build();
  }

  private void record(OperationType operation) {
    call.events()
        .resource(EVENT_RESOURCE)
        .operation(operation)
        .resourcePath("twostep", "texts", locale)
        .success();
  }

  private Response shown(Map<TextPattern.Use, String> own) {
    Map<String, Object> shown = new LinkedHashMap<>();
    own.forEach((use, text) -> shown.put(use.key(), shown(new TextPattern(use, text))));
    return Response.ok(shown).build();
  }

  private Map<String, Object> shown(TextPattern pattern) {
    Map<String, Object> shown = new LinkedHashMap<>(Map.of("text", pattern.text()));
    List<TextPattern.Flaw> flaws = pattern.flaws();
    if (!flaws.isEmpty()) {
      shown.put("unusable", flaws.stream().map(TextPattern.Flaw::problem).toList());
    } else if (pattern.use() == TextPattern.Use.SMS) {
      SmsSize size = pattern.size(name());
      shown.put("alphabet", size.alphabet());
      shown.put("length", size.length());
      shown.put("segments", size.segments());
    }
    return shown;
  }

  private String name() {
    return Objects.requireNonNullElse(call.realm().getDisplayName(), call.realm().getName());
  }
}
