package dev.twostep.demo;

import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import java.util.List;
import java.util.Map;

/** An accounting office that looks after other people's accounts, with its first device invited. */
final class DemoOffice {

  static final List<String> ACCOUNTS = List.of("oskar", "olga");

  private final RealmApi realm;
  private final Map<String, String> userIds;

  /**
   * The office of that realm.
   *
   * @param userIds by user name
   */
  DemoOffice(RealmApi realm, Map<String, String> userIds) {
    this.realm = realm;
    this.userIds = userIds;
  }

  /** Makes it and attaches its accounts; the answer invites its first device. */
  Reply create() {
    Reply made = realm.post("twostep/offices", Map.of("name", "Ledger & Co."));
    if (!made.isGood()) {
      return made;
    }
    String office = "twostep/offices/" + made.json().path("id").asText();
    realm.put(office + "/managers/" + userIds.get(DemoOrganization.WITH_APP), Map.of());
    for (String account : ACCOUNTS) {
      Reply attached =
          realm.put(
              office + "/accounts/" + userIds.get(account),
              Map.of("customer", "K-" + (ACCOUNTS.indexOf(account) + 1)));
      if (!attached.isGood()) {
        return attached;
      }
    }
    return realm.post(office + "/devices", Map.of("label", "Erna’s phone"));
  }
}
