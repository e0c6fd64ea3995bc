package dev.twostep.keycloak.admin;

import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeDevice.State;
import dev.twostep.keycloak.office.LogCsv;
import dev.twostep.keycloak.office.OfficeClosing;
import dev.twostep.keycloak.office.OfficeStaff;
import dev.twostep.keycloak.store.JpaOfficeBudget;
import dev.twostep.keycloak.store.JpaOffices;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;

/** {@code offices/{office}}: one of them. */
public final class OfficeResource {

  private final AdminCall call;
  private final Office office;

  OfficeResource(AdminCall call, Office office) {
    this.call = call;
    this.office = office;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response look() {
    call.auth().users().requireView();
    Map<String, Object> json = new OfficeView(call).of(office);
    budget().wrong(office.id()).ifPresent(wrong -> json.put("wrongCodes", wrong));
    return Response.ok(json).build();
  }

  /** Changes what the body names; how secrets are kept, only with a confirmation. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response change(@QueryParam("confirm") @Nullable String confirm, String body) {
    call.auth().users().requireManage();
    Office wanted = new OfficeBody(call, office).read(body == null ? "" : body);
    boolean switched = wanted.options().shared() != office.options().shared();
    if (switched && hasDevices() && !"shared".equals(confirm)) {
      throw Answers.conflict(
          new Problem(
              "shared",
              "changes what new devices get, and some are in use, which go on working: "
                  + OfficeView.SHARED_RISK,
              "revoke the devices first, or repeat the call with ?confirm=shared"));
    }
    offices().change(wanted);
    OfficeView view = new OfficeView(call);
    new OfficeTrail(call, office.id()).office(OperationType.UPDATE, view.options(wanted));
    return Response.ok(view.of(wanted)).build();
  }

  /** Whom a deletion would concern; it has to name that number. */
  @GET
  @Path("deletion")
  @Produces(MediaType.APPLICATION_JSON)
  public Response deletion() {
    call.auth().users().requireView();
    OfficeClosing.Preview preview = closing().preview();
    return Response.ok(
            Map.of(
                "accounts", preview.accounts(),
                "withoutOwnFactor", preview.withoutOwnFactor(),
                "first", preview.first().stream().map(a -> a.userName()).toList(),
                "confirm", "DELETE …?confirm=" + preview.accounts()))
        .build();
  }

  /** With the number that the preview named; whoever has no factor of their own needs a pass. */
  @DELETE
  @Produces(MediaType.APPLICATION_JSON)
  public Response delete(@QueryParam("confirm") @Nullable String confirm) {
    call.auth().users().requireManage();
    long accounts = closing().accounts();
    if (!Long.toString(accounts).equals(confirm)) {
      throw Answers.conflict(
          new Problem(
              "confirm",
              "is not the number of accounts, which is " + accounts,
              "see GET …/deletion, and repeat the call with ?confirm=" + accounts));
    }
    OfficeClosing.Closed closed = closing().close();
    budget().forget(office.id());
    Map<String, Object> shown =
        Map.of("accounts", closed.accounts(), "withoutOwnFactor", closed.withoutOwnFactor());
    new OfficeTrail(call, office.id()).office(OperationType.DELETE, shown);
    return Response.ok(shown).build();
  }

  /** Forgets the wrong answers to the office; those to its accounts have calls of their own. */
  @POST
  @Path("unlock")
  public Response unlock() {
    call.auth().users().requireManage();
    budget().forget(office.id());
    new OfficeTrail(call, office.id()).office(OperationType.ACTION, "unlock", Map.of());
    return Response.noContent().build();
  }

  @Path("devices")
  public OfficeDevicesResource devices() {
    return new OfficeDevicesResource(call, office);
  }

  @Path("rekey")
  public OfficeRekeyResource rekey() {
    return new OfficeRekeyResource(call, office);
  }

  @Path("managers")
  public OfficeManagersResource managers() {
    return new OfficeManagersResource(call, office);
  }

  @Path("accounts")
  public OfficeAccountsResource accounts() {
    return new OfficeAccountsResource(call, office);
  }

  @Path("imports")
  public OfficeImportsResource imports() {
    return new OfficeImportsResource(call, office);
  }

  @Path("log")
  public OfficeLogResource log() {
    return new OfficeLogResource(call, office);
  }

  /** All of the log, for a spreadsheet. */
  @GET
  @Path("log.csv")
  @Produces("text/csv")
  public Response sheet() {
    call.auth().users().requireView();
    return new LogCsv(call.session(), call.realm(), office).download();
  }

  @Path("offers")
  public OfficeOffersResource offers() {
    return new OfficeOffersResource(call, office);
  }

  private boolean hasDevices() {
    Instant now = Twostep.of(call.session()).clock().instant();
    return new OfficeStaff(call.session(), call.realm(), office)
        .all().stream().anyMatch(one -> one.device().stateAt(now) == State.ACTIVE);
  }

  private OfficeClosing closing() {
    return new OfficeClosing(call.session(), call.realm(), office);
  }

  private JpaOffices offices() {
    return new JpaOffices(call.session(), call.realm());
  }

  private JpaOfficeBudget budget() {
    return Twostep.of(call.session()).officeBudget(call.session(), call.realm());
  }
}
