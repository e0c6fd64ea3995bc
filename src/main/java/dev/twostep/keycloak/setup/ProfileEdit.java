package dev.twostep.keycloak.setup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPGroup;

/** One change of a user profile configuration; everything that is not ours stays as it is. */
final class ProfileEdit {

  private static final String WHAT = "user profile";

  /**
   * How it was before our first change: whether the realm had a profile of its own, which
   * attributes and group we added, and what those said that we had to mend.
   */
  record Remembered(
      boolean ownProfile, Set<String> added, boolean addedGroup, List<UPAttribute> mended) {

    static Remembered nothing(boolean ownProfile) {
      return new Remembered(ownProfile, Set.of(), false, List.of());
    }
  }

  private final UPConfig config;
  private final Remembered before;
  private final Set<String> added;
  private final List<UPAttribute> mended;
  private final List<Change> changes = new ArrayList<>();
  private boolean addedGroup;

  private ProfileEdit(UPConfig current, Remembered before) {
    this.config = current.clone();
    this.before = before;
    this.added = new TreeSet<>(before.added());
    this.mended = new ArrayList<>(before.mended());
    this.addedGroup = before.addedGroup();
  }

  /** Declares what is missing and mends what a user could change. */
  static ProfileEdit declare(UPConfig current, Remembered before) {
    ProfileEdit edit = new ProfileEdit(current, before);
    edit.declareGroup();
    for (UPAttribute wanted : PolicyProfile.attributes()) {
      UPAttribute declared = edit.config.getAttribute(wanted.getName());
      if (declared == null) {
        edit.add(wanted);
      } else if (!PolicyProfile.isSound(declared, wanted)) {
        edit.mend(current.getAttribute(wanted.getName()), declared, wanted);
      }
    }
    return edit;
  }

  /** Takes away what we added and restores what we mended. */
  static ProfileEdit undo(UPConfig current, Remembered before) {
    ProfileEdit edit = new ProfileEdit(current, before);
    for (String name : before.added()) {
      if (edit.config.removeAttribute(name)) {
        edit.changed("removed \"" + name + "\"");
      }
    }
    before.mended().forEach(edit::restore);
    if (before.addedGroup()) {
      edit.removeGroup();
    }
    return edit;
  }

  UPConfig config() {
    return config;
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  Remembered remembered() {
    return new Remembered(before.ownProfile(), added, addedGroup, mended);
  }

  private void declareGroup() {
    if (config.getGroups().stream().anyMatch(ProfileEdit::isOurs)) {
      return;
    }
    List<UPGroup> groups = new ArrayList<>(config.getGroups());
    groups.add(PolicyProfile.group());
    config.setGroups(groups);
    addedGroup = true;
    changed("added the group \"" + PolicyProfile.GROUP + "\"");
  }

  private void add(UPAttribute wanted) {
    config.addOrReplaceAttribute(wanted);
    if (isNew(wanted.getName())) {
      added.add(wanted.getName());
    }
    changed("declared \"" + wanted.getName() + "\"");
  }

  private void mend(UPAttribute original, UPAttribute declared, UPAttribute wanted) {
    if (isNew(wanted.getName())) {
      mended.add(original);
    }
    PolicyProfile.mend(declared, wanted);
    changed("repaired \"" + wanted.getName() + "\"");
  }

  private void restore(UPAttribute original) {
    UPAttribute declared = config.getAttribute(original.getName());
    if (declared != null) {
      config.getAttributes().set(config.getAttributes().indexOf(declared), original);
      changed("put \"" + original.getName() + "\" back as it was");
    }
  }

  private void removeGroup() {
    boolean used =
        config.getAttributes().stream().anyMatch(a -> PolicyProfile.GROUP.equals(a.getGroup()));
    if (used) {
      changed("left the group \"" + PolicyProfile.GROUP + "\": other attributes are in it");
      return;
    }
    List<UPGroup> groups = new ArrayList<>(config.getGroups());
    if (groups.removeIf(ProfileEdit::isOurs)) {
      config.setGroups(groups);
      changed("removed the group \"" + PolicyProfile.GROUP + "\"");
    }
  }

  private boolean isNew(String name) {
    Set<String> known = new HashSet<>(added);
    mended.forEach(attribute -> known.add(attribute.getName()));
    return !known.contains(name);
  }

  private static boolean isOurs(UPGroup group) {
    return PolicyProfile.GROUP.equals(group.getName());
  }

  private void changed(String detail) {
    changes.add(new Change(WHAT, detail));
  }

  /** The attributes of ours that are missing or that a user could change. */
  static List<String> unsound(UPConfig current) {
    return PolicyProfile.attributes().stream()
        .filter(
            wanted ->
                Optional.ofNullable(current.getAttribute(wanted.getName()))
                    .filter(declared -> PolicyProfile.isSound(declared, wanted))
                    .isEmpty())
        .map(UPAttribute::getName)
        .toList();
  }
}
