package dev.twostep.keycloak.admin;

import dev.twostep.domain.office.JoinOutcome;
import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.office.OfficeBook;
import dev.twostep.keycloak.office.OfficeLists;
import dev.twostep.keycloak.store.JpaOfficeAccounts;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** {@code offices/{office}/accounts}: the accounts that its devices open. */
public final class OfficeAccountsResource {

  private static final String EXAMPLE = "send {\"customer\": \"10042\"}, or nothing";
  private static final int LONGEST_NUMBER = 100;

  private final AdminCall call;
  private final Office office;

  OfficeAccountsResource(AdminCall call, Office office) {
    this.call = call;
    this.office = office;
  }

  /** By user name, those whose name or customer number begins like {@code search}. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list(
      @QueryParam("search") @Nullable String search,
      @QueryParam("first") @Nullable String first,
      @QueryParam("max") @Nullable String max) {
    call.auth().users().requireView();
    Stretch page = Stretch.of(first, max);
    return Response.ok(
            new JpaOfficeAccounts(call.session(), call.realm())
                .page(office.id(), search == null ? "" : search, page.first(), page.most()).stream()
                    .map(account -> OfficeView.account(account, "attachedAt"))
                    .toList())
        .build();
  }

  /** Attaches one, or invites it where its owner has to be asked; the answer says which. */
  @PUT
  @Path("{user}")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  public Response attach(@PathParam("user") String id, String body) {
    call.auth().users().requireManage();
    UserModel user = TargetUser.find(call, id);
    call.auth().users().requireManage(user);
    String customer = customer(body == null ? "" : body);
    JoinOutcome outcome = book().attach(user, customer);
    if (outcome.isRefusal()) {
      throw Answers.refused(List.of(new Problem("user", outcome.word(), outcome.hint())));
    }
    if (outcome != JoinOutcome.UNCHANGED) {
      trail()
          .account(
              OperationType.UPDATE,
              user.getId(),
              Map.of("outcome", outcome.word(), "customer", customer));
    }
    return Response.ok(Map.of("outcome", outcome.word())).build();
  }

  /** Takes a list as CSV and follows it after this call; see {@code imports}. */
  @POST
  @Path("import")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  public Response upload(@QueryParam("dry-run") @Nullable String dryRun, byte[] body) {
    call.auth().users().requireManage();
    boolean dry = "true".equals(dryRun);
    OfficeLists lists = new OfficeLists(call.session(), call.realm(), office);
    OfficeLists.Upload upload = lists.upload(body, dry, TargetUser.author(call));
    if (upload instanceof OfficeLists.Refused refused) {
      throw refused(refused);
    }
    OfficeLists.Taken taken = (OfficeLists.Taken) upload;
    trail()
        .accounts(OperationType.ACTION, taken.id(), Map.of("dryRun", dry, "lines", taken.lines()));
    return Response.accepted(Map.of("id", taken.id(), "lines", taken.lines())).build();
  }

  private static WebApplicationException refused(OfficeLists.Refused why) {
    return switch (why) {
      case RUNNING -> Answers.conflict(new Problem("office", why.problem(), why.hint()));
      case BUSY -> Answers.busy(new Problem("server", why.problem(), why.hint()));
      case TOO_LONG, EMPTY, UNREADABLE ->
          Answers.refused(List.of(new Problem("list", why.problem(), why.hint())));
    };
  }

  /** Takes one off; if it has nothing else, its next login needs an administrator's pass. */
  @DELETE
  @Path("{user}")
  public Response detach(@PathParam("user") String id) {
    call.auth().users().requireManage();
    UserModel user = call.session().users().getUserById(call.realm(), id);
    boolean gone = user == null ? book().forget(id) : book().detach(user);
    if (!gone) {
      throw Answers.absent(true, "account of this office");
    }
    trail().account(OperationType.DELETE, id, Map.of());
    return Response.noContent().build();
  }

  private static String customer(String body) {
    String customer = SmallJson.read(body, EXAMPLE).path("customer").asText("").strip();
    if (customer.length() > LONGEST_NUMBER) {
      throw Answers.refused(
          List.of(
              new Problem(
                  "customer", "is too long", "use at most " + LONGEST_NUMBER + " characters")));
    }
    return customer;
  }

  private OfficeBook book() {
    return new OfficeBook(call.session(), call.realm(), office);
  }

  private OfficeTrail trail() {
    return new OfficeTrail(call, office.id());
  }
}
