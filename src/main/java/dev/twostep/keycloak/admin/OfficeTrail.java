package dev.twostep.keycloak.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.events.admin.OperationType;

/** Writes down what an administrator changed about one office. */
final class OfficeTrail {

  private static final String OFFICE = "TWOSTEP_OFFICE";
  private static final String DEVICE = "TWOSTEP_OFFICE_DEVICE";
  private static final String ACCOUNT = "TWOSTEP_OFFICE_ACCOUNT";
  private static final String MANAGER = "TWOSTEP_OFFICE_MANAGER";

  private final AdminCall call;
  private final String office;

  OfficeTrail(AdminCall call, String office) {
    this.call = call;
    this.office = office;
  }

  void office(OperationType operation, Map<String, ?> shown) {
    write(OFFICE, operation, List.of(), shown);
  }

  /** What is no change of the office's own settings, such as unlocking it. */
  void office(OperationType operation, String what, Map<String, ?> shown) {
    write(OFFICE, operation, List.of(what), shown);
  }

  void device(OperationType operation, String device, Map<String, ?> shown) {
    write(DEVICE, operation, List.of("devices", device), shown);
  }

  void account(OperationType operation, String user, Map<String, ?> shown) {
    write(ACCOUNT, operation, List.of("accounts", user), shown);
  }

  /** A list, which is one change however many accounts it names. */
  void accounts(OperationType operation, String list, Map<String, ?> shown) {
    write(ACCOUNT, operation, List.of("imports", list), shown);
  }

  void manager(OperationType operation, String user) {
    write(MANAGER, operation, List.of("managers", user), Map.of());
  }

  private void write(
      String resource, OperationType operation, List<String> path, Map<String, ?> shown) {
    List<String> full = new ArrayList<>(List.of("twostep", "offices", office));
    full.addAll(path);
    call.events()
        .clone(call.session())
        .resource(resource)
        .operation(operation)
        .resourcePath(full.toArray(String[]::new))
        .representation(shown)
        .success();
  }
}
