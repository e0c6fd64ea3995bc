package dev.twostep.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The rules of the house, one readable row each: see {@code policy-cases.txt}. */
class TwoStepPolicyTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "policy-cases.txt", delimiter = '|', quoteCharacter = '~')
  void decidesAsTheTableSays(String label, String rules, String user, String expected) {
    Decision decision = TwoStepPolicy.decide(CaseFacts.of(rules, user));

    assertThat(CaseVerdict.of(decision)).as(label).isEqualTo(expected);
  }
}
