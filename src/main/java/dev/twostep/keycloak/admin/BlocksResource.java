package dev.twostep.keycloak.admin;

import dev.twostep.application.limit.Blocks;
import dev.twostep.application.limit.Blocks.Block;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.admin.OperationType;

/** {@code blocks}: the prefixes to which no text messages went out, and letting them out. */
public final class BlocksResource {

  private static final String EVENT_RESOURCE = "TWOSTEP_BLOCK";
  private static final int MOST_HOURS = 30 * 24;
  private static final Pattern PREFIX = Pattern.compile("[+ ]?([1-9][0-9]{2,10})");

  private final AdminCall call;
  private final Blocks blocks;
  private final Clock clock;

  public BlocksResource(AdminCall call, Blocks blocks, Clock clock) {
    this.call = call;
    this.blocks = blocks;
    this.clock = clock;
  }

  /** What was refused in the last day, and what is let out now. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list() {
    call.auth().realm().requireViewRealm();
    return Response.ok(blocks.of(call.realm().getId()).stream().map(BlocksResource::json).toList())
        .build();
  }

  /** Lets messages to that prefix out for so many hours, whatever is counted meanwhile. */
  @POST
  @Path("{prefix}/override")
  @Produces(MediaType.APPLICATION_JSON)
  public Response letOut(
      @PathParam("prefix") String prefix, @QueryParam("hours") @DefaultValue("24") String hours) {
    call.auth().realm().requireManageRealm();
    String clean = prefix(prefix);
    Instant until = clock.instant().plus(hours(hours));
    blocks.letOut(call.realm().getId(), clean, until);
    event(OperationType.CREATE, clean);
    return Response.ok(Map.of("prefix", clean, "overrideUntil", until.toString())).build();
  }

  /** What is counted holds again. */
  @DELETE
  @Path("{prefix}/override")
  public Response holdAgain(@PathParam("prefix") String prefix) {
    call.auth().realm().requireManageRealm();
    String clean = prefix(prefix);
    if (!blocks.holdAgain(call.realm().getId(), clean)) {
      throw Answers.absent(true, "override");
    }
    event(OperationType.DELETE, clean);
    return Response.noContent().build();
  }

  private static String prefix(String typed) {
    Matcher matcher = PREFIX.matcher(typed);
    if (!matcher.matches()) {
      throw Answers.refused(
          List.of(
              new Problem(
                  "prefix",
                  "is no prefix",
                  "write the number without its last four digits, as the list of blocks does")));
    }
    return "+" + matcher.group(1);
  }

  private static Duration hours(String typed) {
    if (!typed.matches("[1-9][0-9]{0,2}") || Integer.parseInt(typed) > MOST_HOURS) {
      throw Answers.refused(
          List.of(new Problem("hours", "is not from 1 to " + MOST_HOURS, "write 24 for a day")));
    }
    return Duration.ofHours(Integer.parseInt(typed));
  }

  private void event(OperationType operation, String prefix) {
    call.events()
        .resource(EVENT_RESOURCE)
        .operation(operation)
        .resourcePath("twostep", "blocks", prefix, "override")
        .success();
  }

  private static Map<String, Object> json(Block block) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("prefix", block.prefix());
    json.put("reason", block.reason());
    block.since().ifPresent(at -> json.put("since", at.toString()));
    block.last().ifPresent(at -> json.put("lastRefused", at.toString()));
    block.letOutUntil().ifPresent(at -> json.put("overrideUntil", at.toString()));
    return json;
  }
}
