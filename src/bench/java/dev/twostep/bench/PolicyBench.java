package dev.twostep.bench;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Choice;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.Layer;
import dev.twostep.domain.policy.LoginFacts;
import dev.twostep.domain.policy.Moment;
import dev.twostep.domain.policy.Rulebook;
import dev.twostep.domain.policy.Scope;
import dev.twostep.domain.policy.ScopeKind;
import dev.twostep.domain.policy.ScopeLayer;
import dev.twostep.domain.policy.StateSetting;
import dev.twostep.domain.policy.Subject;
import dev.twostep.domain.policy.TwoStepPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads the layers of a user's groups and decides about one login. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PolicyBench {

  private static final Moment MOMENT = Moment.fresh(Instant.parse("2026-01-01T00:00:00Z"));
  private static final Subject SUBJECT =
      new Subject(Choice.UNDECIDED, List.of(FactorKind.SMS, FactorKind.TOTP), Optional.empty());

  @Param({"1", "50"})
  public int groups;

  @Param({"off", "required"})
  public String requirement;

  private Map<String, String> attributes = Map.of();

  @Setup
  public void set() {
    attributes = Map.of(Layer.REQUIREMENT, requirement, Layer.FACTORS, "sms,totp");
  }

  @Benchmark
  public Decision decide() {
    List<ScopeLayer> layers = new ArrayList<>();
    layers.add(layer(ScopeKind.REALM, "realm", 0));
    for (int n = 0; n < groups; n++) {
      layers.add(layer(ScopeKind.GROUP, "group" + n, 1));
    }
    Rulebook rules = new Rulebook(StateSetting.parse("on"), layers, Optional.empty());
    return TwoStepPolicy.decide(new LoginFacts(rules, SUBJECT, MOMENT));
  }

  private ScopeLayer layer(ScopeKind kind, String id, int depth) {
    return new ScopeLayer(new Scope(kind, id, id), depth, Layer.parse(attributes));
  }
}
