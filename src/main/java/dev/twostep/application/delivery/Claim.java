package dev.twostep.application.delivery;

import dev.twostep.domain.delivery.Spent;
import java.net.URI;
import java.util.Optional;

/**
 * A letter in the hands of one sender.
 *
 * @param base the server's address in the login that asked, for receipts; empty if unknown
 * @param number which claim of this letter it is: an older one changes nothing any more
 */
public record Claim(Letter letter, Spent spent, Optional<URI> base, int number) {

  /** By which a letter is posted: in the hands of the node that took the request. */
  public static Claim first(Letter letter, Optional<URI> base) {
    return new Claim(letter, Spent.nothing(), base, 1);
  }

  public Claim with(Spent next) {
    return new Claim(letter, next, base, number);
  }

  /** The same letter by e-mail, or empty if it must not go there. */
  Optional<Claim> turned() {
    return letter
        .fallback()
        .map(
            to ->
                new Claim(
                    new Letter(
                        letter.id(), letter.subject(), to, Optional.empty(), letter.expiresAt()),
                    spent.turned(),
                    base,
                    number));
  }
}
