package dev.twostep.application.portal;

import java.util.List;

/** What a picture turned out to be. */
public sealed interface Reading {

  /**
   * At least one code could be read. More than one text is for the user to choose from, never for
   * the caller.
   *
   * @param texts exactly what the picture shows, each text once
   */
  record Found(List<String> texts) implements Reading {

    public Found {
      texts = List.copyOf(texts);
    }

    @Override
    public String toString() {
      return "Found[" + texts.size() + " texts]";
    }
  }

  /** No text came out of it. */
  record Unreadable(PictureRefusal reason) implements Reading {}
}
