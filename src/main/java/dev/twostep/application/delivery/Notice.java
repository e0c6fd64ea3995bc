package dev.twostep.application.delivery;

import java.time.Instant;

/** News of a changed factor for one address; its link leads to a page behind a login. */
public record Notice(String id, Story story, Letter.Address address, String link)
    implements Message {

  /**
   * What happened.
   *
   * @param what the word of the change, and {@code factor} that of the factor: they end message
   *     keys
   * @param detail the masked address that it is about, empty for factors without one
   */
  public record Story(String realm, String what, String factor, String detail, Instant at) {}

  @Override
  public String realm() {
    return story.realm();
  }
}
