package dev.twostep.keycloak.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.keycloak.store.Books.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoonBooksTest {

  private final List<List<Entry>> transactions = new ArrayList<>();
  private final List<Runnable> planned = new ArrayList<>();
  private final Entry bad = page -> {};
  private final SoonBooks books =
      new SoonBooks(
          entries -> {
            transactions.add(entries);
            if (entries.contains(bad)) {
              throw new IllegalStateException("the database does not want it");
            }
            return List.of();
          },
          (pause, task) -> {
            assertThat(pause).isEqualTo(SoonBooks.PAUSE);
            planned.add(task);
          });

  @Test
  void whatComesTogetherIsWrittenTogether() {
    Entry first = page -> {};
    Entry second = page -> {};
    books.enter(first);
    books.enter(second);

    assertThat(transactions).isEmpty();
    runPlanned();
    assertThat(transactions).containsExactly(List.of(first, second));
    assertThat(planned).isEmpty();
  }

  @Test
  void whatComesLaterIsWrittenLater() {
    Entry first = page -> {};
    Entry later = page -> {};
    books.enter(first);
    runPlanned();
    books.enter(later);
    runPlanned();

    assertThat(transactions).containsExactly(List.of(first), List.of(later));
  }

  @Test
  void noTransactionIsLong() {
    List<Entry> many =
        IntStream.range(0, SoonBooks.MOST + 1).<Entry>mapToObj(n -> page -> {}).toList();
    many.forEach(books::enter);
    runPlanned();

    assertThat(transactions).extracting(List::size).containsExactly(SoonBooks.MOST, 1);
  }

  @Test
  void oneThatCannotBeWrittenTakesNoOtherAlong() {
    Entry good = page -> {};
    books.enter(good);
    books.enter(bad);
    runPlanned();

    assertThat(transactions).containsExactly(List.of(good, bad), List.of(good), List.of(bad));
  }

  @Test
  void whatStillWaitsIsWrittenAtTheEnd() {
    Entry last = page -> {};
    books.enter(last);
    books.close();

    assertThat(transactions).containsExactly(List.of(last));
  }

  private void runPlanned() {
    List<Runnable> now = List.copyOf(planned);
    planned.clear();
    now.forEach(Runnable::run);
  }
}
