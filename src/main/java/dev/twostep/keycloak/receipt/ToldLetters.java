package dev.twostep.keycloak.receipt;

import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.LetterNews;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.application.delivery.Letters;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Letters whose bad ends are told, once they are written down. */
public final class ToldLetters implements Letters {

  private static final Set<LetterState> BAD = Set.of(LetterState.FAILED, LetterState.MOVED);

  private final Letters letters;
  private final LetterNews news;

  public ToldLetters(Letters letters, LetterNews news) {
    this.letters = letters;
    this.news = news;
  }

  @Override
  public Optional<Letter> claim(String id, Instant now) {
    return letters.claim(id, now);
  }

  @Override
  public void close(String id, LetterState state, String reason) {
    letters.close(id, state, reason);
    if (BAD.contains(state)) {
      news.ended(id, state, reason);
    }
  }
}
