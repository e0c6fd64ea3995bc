package dev.twostep.keycloak.admin;

import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeDevice;
import dev.twostep.domain.office.Rekey;
import dev.twostep.keycloak.office.OfficeStaff;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;

/** {@code offices/{office}/rekey}: where one secret is on many phones, changing it. */
public final class OfficeRekeyResource {

  private static final String EXAMPLE = "send {\"until\": \"2026-12-31T12:00:00Z\"}, or nothing";

  private final AdminCall call;
  private final Office office;
  private final OfficeStaff staff;

  OfficeRekeyResource(AdminCall call, Office office) {
    this.call = call;
    this.office = office;
    this.staff = new OfficeStaff(call.session(), call.realm(), office);
  }

  /** Whether somebody left who knows the secret, and who does not have the newest one yet. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response due() {
    call.auth().users().requireView();
    Rekey rekey = staff.rekeying();
    return Response.ok(
            Map.of(
                "officeDue",
                rekey.isOfficeDue(),
                "devices",
                rekey.due().stream().map(OfficeRekeyResource::json).toList()))
        .build();
  }

  /** A new secret; the one before counts until then, by default for a week, at most for 30 days. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response rekey(String body) {
    call.auth().users().requireManage();
    String until =
        SmallJson.read(body == null ? "" : body, EXAMPLE).path("until").asText("").strip();
    staff
        .rekey(Optional.of(until).filter(text -> !text.isEmpty()).map(OfficeRekeyResource::instant))
        .ifPresent(
            why -> {
              throw OfficeDevicesResource.refused(why);
            });
    new OfficeTrail(call, office.id())
        .office(OperationType.ACTION, "rekey", Map.of("until", until));
    return Response.noContent().build();
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw Answers.refused(List.of(new Problem("until", "is no instant", EXAMPLE)));
    }
  }

  private static Map<String, String> json(OfficeDevice device) {
    return Map.of("id", device.id(), "label", device.label());
  }
}
