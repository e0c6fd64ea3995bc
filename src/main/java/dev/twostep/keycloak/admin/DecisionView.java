package dev.twostep.keycloak.admin;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.Explanation;
import dev.twostep.domain.policy.Grace;
import dev.twostep.domain.policy.Loser;
import dev.twostep.domain.policy.Occasion;
import dev.twostep.domain.policy.Terms;
import dev.twostep.domain.policy.Timing;
import dev.twostep.domain.policy.Trusting;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A decision with its reasons as JSON. */
public final class DecisionView {

  private DecisionView() {}

  /** Everything that the decision says; no secret and no contact is part of one. */
  public static Map<String, Object> of(Decision decision) {
    Explanation why = decision.explanation();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("decision", decision.word());
    decision.when(new Particulars(json));
    json.put("acts", decision.acts());
    json.put("state", why.state().word());
    json.put("requirement", why.outcome().word());
    json.put("rule", why.rule());
    why.ruling().winner().ifPresent(scope -> json.put("scope", LayerView.scope(scope)));
    json.put("terms", terms(why.terms()));
    json.put("timing", timing(why.timing()));
    json.put("others", why.ruling().losers().stream().map(DecisionView::loser).toList());
    json.put("notes", why.ruling().notes());
    return json;
  }

  static List<String> words(Collection<FactorKind> kinds) {
    return kinds.stream().map(FactorKind::word).toList();
  }

  static Map<String, Object> grace(Grace grace) {
    Map<String, Object> json = new LinkedHashMap<>();
    grace.until().ifPresent(end -> json.put("until", end.toString()));
    grace.skips().ifPresent(count -> json.put("skips", count));
    return json;
  }

  private static Map<String, Object> terms(Terms terms) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("factors", words(terms.factors().stream().sorted().toList()));
    terms.first().ifPresent(kind -> json.put("first", kind.word()));
    json.put("fallback", terms.fallback().word());
    terms.grace().ifPresent(grace -> json.put("grace", grace(grace)));
    return json;
  }

  private static Map<String, Object> timing(Timing timing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("asks", timing.occasions().asks().stream().sorted().map(Occasion::word).toList());
    json.put("due", timing.due().stream().map(Occasion::word).toList());
    timing.occasions().atMost().ifPresent(age -> json.put("maxAge", age.toString()));
    json.put("offers", timing.occasions().offers());
    timing.trusting().ifPresent(trust -> json.put("trust", trust(trust)));
    if (!timing.occasions().unreadable().isEmpty()) {
      json.put(
          "unreadable", timing.occasions().unreadable().stream().map(Object::toString).toList());
    }
    return json;
  }

  private static Map<String, Object> trust(Trusting trust) {
    return Map.of("days", trust.lasts().toDays(), "passcode", trust.passcode().word());
  }

  private static Map<String, Object> loser(Loser loser) {
    Map<String, Object> json = new LinkedHashMap<>(LayerView.scope(loser.scope()));
    json.put("unmet", loser.unmet().word());
    json.put("text", loser.text());
    return json;
  }

  /** What only one kind of decision has. */
  private record Particulars(Map<String, Object> json) implements Decision.Cases<Boolean> {

    @Override
    public Boolean notAsked(Decision.NotAsked decision) {
      json.put("reason", decision.waiver().word());
      return true;
    }

    @Override
    public Boolean ask(Decision.Ask decision) {
      json.put("order", words(decision.order()));
      return true;
    }

    @Override
    public Boolean unlock(Decision.Unlock decision) {
      json.put("order", words(decision.order()));
      return true;
    }

    @Override
    public Boolean enrol(Decision.Enrol decision) {
      json.put("choices", words(decision.choices()));
      decision.postponement().ifPresent(left -> json.put("postponement", grace(left)));
      return true;
    }

    @Override
    public Boolean offer(Decision.Offer decision) {
      json.put("choices", words(decision.choices()));
      return true;
    }

    @Override
    public Boolean refused(Decision.Refused decision) {
      json.put("reason", decision.refusal().word());
      json.put("detail", decision.detail());
      return true;
    }
  }
}
