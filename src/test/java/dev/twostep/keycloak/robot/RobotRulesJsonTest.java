package dev.twostep.keycloak.robot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twostep.domain.portal.RobotRules;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotRulesJsonTest {

  private static final String FULL =
      "{\"portals\":[\"github\",\"other\"],"
          + "\"owners\":[{\"group\":\"g1\"},{\"organization\":\"o1\"},\"*\"],"
          + "\"hours\":{\"days\":[\"mon\",\"fri\"],\"from\":\"20:00\",\"to\":\"06:00\","
          + "\"zone\":\"Europe/Berlin\"},"
          + "\"addresses\":[\"192.0.2.0/24\"],\"perMinute\":60}";

  @Test
  void whatIsStoredComesBackAsItWas() {
    RobotRules rules = RobotRulesJson.stored(FULL).orElseThrow();

    assertThat(RobotRulesJson.text(rules)).isEqualTo(FULL);
    assertThat(rules.limits().perMinute()).isEqualTo(60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "not json",
        "{}",
        "{\"portals\":[\"*\"]}",
        "{\"portals\":[\"*\"],\"owners\":[\"**\"]}",
        "{\"portals\":\"*\",\"owners\":[\"*\"]}",
        "{\"portals\":[\"*\"],\"owners\":[\"*\"],\"hours\":{}}",
        "{\"portals\":[\"*\"],\"owners\":[\"*\"],\"addresses\":[\"example.org\"]}",
        "{\"portals\":[\"*\"],\"owners\":[\"*\"],\"addresses\":\"192.0.2.0/24\"}",
        "{\"portals\":[\"*\"],\"owners\":[\"*\"],\"addresses\":[]}",
        "{\"portals\":[\"*\"],\"owners\":[\"*\"],\"hours\":{\"days\":[],\"from\":\"20:00\","
            + "\"to\":\"06:00\",\"zone\":\"Europe/Berlin\"}}",
        "{\"portals\":[\"*\"],\"owners\":[\"*\"],\"perMinute\":0}",
        "{\"portals\":[\"*\"],\"owners\":[\"*\"],\"more\":true}",
        "{\"portals\":[\"*\"],\"owners\":[{\"group\":\"a\",\"organization\":\"b\"}]}",
      })
  void whatCannotBeReadAllowsNothing(String text) {
    assertThat(RobotRulesJson.stored(text)).isEmpty();
  }

  @Test
  void everyDayIsStoredSoThatItIsReadAgain() {
    String daily =
        "{\"portals\":[\"*\"],\"owners\":[\"*\"],\"hours\":{\"from\":\"20:00\","
            + "\"to\":\"06:00\",\"zone\":\"Europe/Berlin\"}}";
    RobotRules rules = RobotRulesJson.stored(daily).orElseThrow();

    assertThat(RobotRulesJson.stored(RobotRulesJson.text(rules))).contains(rules);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() throws JsonProcessingException {
    RobotRulesReader reader = new RobotRulesReader(Optional.empty());
    reader.read(
        new ObjectMapper()
            .readTree("{\"owners\":[1],\"hours\":1,\"addresses\":[\"x\"],\"perMinute\":-1}"));

    assertThat(reader.flaws())
        .extracting(RobotFlaw::field)
        .containsExactly("portals", "owners", "hours", "addresses", "perMinute");
    assertThat(reader.flaws()).noneMatch(flaw -> flaw.hint().isBlank());
  }
}
