package dev.twostep.bench;

import java.util.Locale;

/** How much a realm holds, and of how many of its groups a user is a member. */
enum RealmSize {
  SMALL(1, 10, 1_000),
  LARGE(50, 10_000, 100_000);

  private final int groupsOfUser;
  private final int groups;
  private final int users;

  RealmSize(int groupsOfUser, int groups, int users) {
    this.groupsOfUser = groupsOfUser;
    this.groups = groups;
    this.users = users;
  }

  int groupsOfUser() {
    return groupsOfUser;
  }

  int groups() {
    return groups;
  }

  int users() {
    return users;
  }

  String realm() {
    return "scale-" + name().toLowerCase(Locale.ROOT);
  }

  /** From one user who logs in to the next of the same kind, so that they come from everywhere. */
  int stride(int loggingIn) {
    return Math.max(1, (users / 2 - 1) / loggingIn);
  }
}
