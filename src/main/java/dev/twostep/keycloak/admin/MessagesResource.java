package dev.twostep.keycloak.admin;

import dev.twostep.application.delivery.Outcome;
import dev.twostep.keycloak.store.LoggedMessage;
import dev.twostep.keycloak.store.MessageLog;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.UserModel;

/** {@code messages}: what became of every code that was sent, newest first. */
public final class MessagesResource {

  private static final int MOST = 100;

  private final AdminCall call;
  private final Optional<String> user;

  /**
   * @param user whose messages; empty for those of the whole realm
   */
  public MessagesResource(AdminCall call, Optional<String> user) {
    this.call = call;
    this.user = user;
  }

  /** Takes {@code user}, {@code gateway}, {@code outcome}, {@code first} and {@code max}. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list() {
    Optional<String> whose = user.map(this::viewed);
    if (whose.isEmpty()) {
      requireView();
    }
    MultivaluedMap<String, String> query =
        call.session().getContext().getUri().getQueryParameters();
    List<Problem> problems = new ArrayList<>();
    MessageLog.Page page =
        new MessageLog.Page(
            number(query, "first", 0, problems),
            Math.min(MOST, number(query, "max", MOST, problems)));
    MessageLog.Filter filter =
        new MessageLog.Filter(
            whose.or(() -> text(query, "user")), text(query, "gateway"), outcome(query, problems));
    if (!problems.isEmpty()) {
      throw Answers.refused(problems);
    }
    var em = call.session().getProvider(JpaConnectionProvider.class).getEntityManager();
    List<LoggedMessage> found = MessageLog.of(em, call.realm().getId(), filter, page);
    return Response.ok(found.stream().map(MessageView::of).toList())
        .header("Cache-Control", "no-store")
        .build();
  }

  private void requireView() {
    if (!call.auth().realm().canViewEvents() && !call.auth().users().canView()) {
      throw new ForbiddenException();
    }
  }

  private String viewed(String id) {
    UserModel known = TargetUser.find(call, id);
    if (!call.auth().realm().canViewEvents()) {
      call.auth().users().requireView(known);
    }
    return known.getId();
  }

  private static Optional<String> outcome(
      MultivaluedMap<String, String> query, List<Problem> problems) {
    Optional<String> word = text(query, "outcome");
    List<String> words = Arrays.stream(Outcome.values()).map(Outcome::word).toList();
    if (word.isPresent() && !words.contains(word.get())) {
      problems.add(new Problem("outcome", "is none", "use " + String.join(", ", words)));
    }
    return word;
  }

  private static int number(
      MultivaluedMap<String, String> query, String name, int preset, List<Problem> problems) {
    try {
      int number = text(query, name).map(Integer::parseInt).orElse(preset);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a negative one.
    }
    problems.add(new Problem(name, "is no number", "use 0 or more, or leave it out"));
    return preset;
  }

  private static Optional<String> text(MultivaluedMap<String, String> query, String name) {
    return Optional.ofNullable(query.getFirst(name)).filter(value -> !value.isBlank());
  }
}
