package dev.twostep.keycloak.store;

/**
 * Takes down what came of messages, to be written together a moment later: many short transactions
 * cost a server more than one. For what nobody waits for.
 */
@FunctionalInterface
public interface Books {

  /** One thing to be written; does nothing that could not be done again. */
  @FunctionalInterface
  interface Entry {
    void write(BookPage page);
  }

  /** Returns at once; never fails. */
  void enter(Entry entry);
}
