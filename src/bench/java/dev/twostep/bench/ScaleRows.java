package dev.twostep.bench;

import dev.twostep.fixture.server.EmbeddedDatabase;
import java.util.Map;

/**
 * Fills a realm with groups and users by SQL. Every fourth group sets a requirement and every
 * eighth the factors as well, every second one lies below another, so that a decision has to read.
 */
record ScaleRows(EmbeddedDatabase database, RealmSize size, int stride) {

  /** Those who never log in are in fewer groups: it makes the same realm, sooner. */
  private static final int GROUPS_OF_OTHERS = 5;

  void fill() {
    groups();
    layers();
    users().copy(ScaleRealm.WITH_PHONE, "generate_series(2, " + (size.users() - 1) + ", 2) n");
    users().copy(ScaleRealm.WITH_APP, "generate_series(3, " + (size.users() - 1) + ", 2) n");
    memberships(size.groupsOfUser(), "=");
    memberships(Math.min(GROUPS_OF_OTHERS, size.groupsOfUser()), "<>");
    database.sql("analyze");
  }

  private UserRows users() {
    return new UserRows(database, size.realm());
  }

  private int moreGroups() {
    return size.groups() - 1;
  }

  private void groups() {
    new RowCopies(database)
        .copy(
            "keycloak_group",
            "name = 'group' and realm_id = " + realmId(),
            "generate_series(0, " + (moreGroups() - 1) + ") n",
            Map.of(
                "id",
                id("group", "n"),
                "name",
                "'group-' || n",
                "parent_group",
                "case when n % 2 = 1 then " + id("group", "n - 1") + " else t.parent_group end"));
  }

  private void layers() {
    layer("twostep.requirement", "required", 4);
    layer("twostep.factors", "sms,totp", 8);
  }

  private void layer(String name, String value, int every) {
    database.sql(
        "insert into group_attribute (id, name, value, group_id) select %s, '%s', '%s', %s from generate_series(0, %d, %d) n"
            .formatted(id(name, "n"), name, value, id("group", "n"), moreGroups() - 1, every));
  }

  /** For those who log in, or for all others: it depends on the remainder of their number. */
  private void memberships(int each, String whoseRemainder) {
    String numbers =
        "(select n, k from generate_series(2, %d) n, generate_series(0, %d) k where ((n - 2) / 2) %% %d %s 0) m"
            .formatted(size.users() - 1, each - 1, stride, whoseRemainder);
    String group =
        "(n * 7 + k * %d) %% %d".formatted(Math.max(1, moreGroups() / each), moreGroups());
    new RowCopies(database)
        .copy(
            "user_group_membership",
            "user_id = " + users().idOf(ScaleRealm.WITH_PHONE),
            numbers,
            Map.of("group_id", id("group", group), "user_id", users().newId("n")));
  }

  private String realmId() {
    return "(select id from realm where name = '" + size.realm() + "')";
  }

  /** The same every time, so that rows find each other without a join. */
  private String id(String kind, String number) {
    return "md5('%s-%s-' || (%s))::uuid::text".formatted(size.realm(), kind, number);
  }
}
