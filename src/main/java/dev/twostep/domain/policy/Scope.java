package dev.twostep.domain.policy;

/** One place where a requirement can be set; a group's name is its full path, never its leaf. */
public record Scope(ScopeKind kind, String id, String name) {

  @Override
  public String toString() {
    return kind.word() + " " + name;
  }
}
