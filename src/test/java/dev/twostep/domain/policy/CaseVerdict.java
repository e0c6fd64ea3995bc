package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a decision the way the table of cases does. */
final class CaseVerdict implements Decision.Cases<String> {

  static String of(Decision decision) {
    String rule = decision.explanation().ruling().winner().map(Scope::name).orElse("default");
    return decision.when(new CaseVerdict())
        + " by "
        + rule
        + (decision.acts() ? "" : " (observed)");
  }

  @Override
  public String notAsked(Decision.NotAsked decision) {
    return decision.word() + " " + decision.waiver().word();
  }

  @Override
  public String ask(Decision.Ask decision) {
    return decision.word() + " " + list(decision.order());
  }

  @Override
  public String unlock(Decision.Unlock decision) {
    return decision.word() + " " + list(decision.order());
  }

  @Override
  public String enrol(Decision.Enrol decision) {
    String late =
        decision
            .postponement()
            .map(
                left ->
                    " or later"
                        + left.until().map(end -> " until " + end.toString()).orElse("")
                        + (left.skips().isPresent() ? " skips " + left.skips().getAsInt() : ""))
            .orElse("");
    return decision.word() + " " + list(decision.choices()) + late;
  }

  @Override
  public String offer(Decision.Offer decision) {
    return decision.word() + " " + list(decision.choices());
  }

  @Override
  public String refused(Decision.Refused decision) {
    return decision.word() + " " + decision.refusal().word();
  }

  private static String list(List<FactorKind> kinds) {
    return kinds.stream().map(FactorKind::word).collect(Collectors.joining(","));
  }
}
