package dev.twostep.application.limit;

import dev.twostep.application.limit.Passage.Text;
import dev.twostep.application.limit.Tallies.Charge;
import dev.twostep.domain.limit.Barring;
import dev.twostep.domain.limit.Caps;
import dev.twostep.domain.limit.Conversion;
import dev.twostep.domain.limit.Slot;
import dev.twostep.domain.limit.Tally;
import dev.twostep.domain.limit.Tally.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Judges one message by what all accounts, sessions and nodes have counted so far. */
public final class Tollgate {

  private static final Duration FARTHEST_BACK = Duration.ofHours(24);
  private static final Tally REALM = new Tally(Kind.REALM, "");
  private static final Tally ANY_USED = new Tally(Kind.ANY_USED, "");

  private final Tallies tallies;
  private final Passage passage;
  private final Instant now;
  private final List<Charge> charges = new ArrayList<>();
  private final List<Budget> nearlySpent = new ArrayList<>();
  private boolean pumping;
  private Map<Tally, List<Slot>> counted = Map.of();

  private Tollgate(Tallies tallies, Passage passage, Instant now) {
    this.tallies = tallies;
    this.passage = passage;
    this.now = now;
  }

  /** Reads, and counts nothing yet. */
  public static Toll judge(Tallies tallies, Passage passage, Instant now) {
    return new Tollgate(tallies, passage, now).judge();
  }

  private Toll judge() {
    Optional<Text> text = passage.text();
    Optional<Barring> refused = text.flatMap(Text::refused);
    if (refused.isPresent()) {
      return new Toll.Barred(refused.get());
    }
    Set<Tally> needed = needed();
    counted = needed.isEmpty() ? Map.of() : tallies.read(needed, now.minus(FARTHEST_BACK));
    if (!fits(network(), passage.perNetwork())) {
      return new Toll.Barred(Barring.IP);
    }
    return text.map(this::judge).orElseGet(this::free);
  }

  private Toll judge(Text text) {
    Tally prefix = new Tally(Kind.PREFIX, text.prefix());
    boolean fits = fits(prefix, text.limits().perPrefix()) && !isPumped(text, prefix);
    if (!fits && !letOut(prefix)) {
      return new Toll.Barred(Barring.PREFIX);
    }
    if (!fits(REALM, text.limits().perRealm())) {
      return new Toll.Barred(Barring.REALM);
    }
    List<Budget> spent =
        text.expense().budgets().stream().filter(b -> !pays(b, text.expense().price())).toList();
    return spent.isEmpty() ? free() : new Toll.Barred(Barring.BUDGET, spent);
  }

  private Toll free() {
    charges.sort((one, other) -> one.tally().compareTo(other.tally()));
    return new Toll.Free(charges, new Signs(nearlySpent, pumping));
  }

  private Set<Tally> needed() {
    Set<Tally> needed = new TreeSet<>();
    if (!passage.perNetwork().isOff()) {
      needed.add(network());
    }
    passage.text().ifPresent(text -> addNeeded(needed, text));
    return needed;
  }

  private static void addNeeded(Set<Tally> needed, Text text) {
    boolean converting = !text.limits().conversion().isOff();
    if (converting || !text.limits().perPrefix().isOff()) {
      needed.add(new Tally(Kind.PREFIX, text.prefix()));
    }
    if (converting) {
      needed.add(new Tally(Kind.USED, text.prefix()));
      needed.add(ANY_USED);
    }
    if (!text.limits().perRealm().isOff()) {
      needed.add(REALM);
    }
    text.expense().budgets().forEach(budget -> needed.add(spent(budget)));
  }

  /** Counts one more if there is room; what is not limited and judged is not counted either. */
  private boolean fits(Tally tally, Caps caps) {
    List<Slot> slots = slots(tally);
    long room = caps.room(slots, tally.kind().width(), now);
    if (room <= 0) {
      return false;
    }
    if (counted.containsKey(tally)) {
      charges.add(new Charge(tally, 1, caps.isOff() ? Long.MAX_VALUE : present(tally) + room));
    }
    return true;
  }

  /** An administrator's word counts for more than what was counted; the count goes on. */
  private boolean letOut(Tally prefix) {
    charges.removeIf(charge -> charge.tally().equals(prefix));
    charges.add(Charge.unlimited(prefix, 1));
    return tallies.isLetOut(prefix.subject(), now);
  }

  private boolean isPumped(Text text, Tally prefix) {
    Tally used = new Tally(Kind.USED, text.prefix());
    Conversion conversion = text.limits().conversion();
    // Without any code of the realm that came back, the signal itself may be missing.
    boolean judgeable = !slots(ANY_USED).isEmpty();
    pumping = judgeable && conversion.isSuspicious(slots(prefix), slots(used), now);
    return judgeable && conversion.isTripped(slots(prefix), slots(used), now);
  }

  private boolean pays(Budget budget, long price) {
    Tally tally = spent(budget);
    long spent = present(tally);
    if (!budget.holds(spent, price)) {
      return false;
    }
    if (price > 0) {
      charges.add(new Charge(tally, price, budget.most().orElse(Long.MAX_VALUE)));
    }
    if (budget.isNearlySpentBy(spent, price)) {
      nearlySpent.add(budget);
    }
    return true;
  }

  private Tally network() {
    return new Tally(Kind.IP, passage.network());
  }

  private static Tally spent(Budget budget) {
    return new Tally(Kind.SPENT, budget.organization());
  }

  private List<Slot> slots(Tally tally) {
    return counted.getOrDefault(tally, List.of());
  }

  private long present(Tally tally) {
    Instant slot = tally.slotAt(now);
    return slots(tally).stream()
        .filter(one -> one.start().equals(slot))
        .mapToLong(Slot::amount)
        .sum();
  }
}
