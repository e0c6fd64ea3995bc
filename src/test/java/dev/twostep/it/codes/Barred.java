package dev.twostep.it.codes;

import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A realm whose shared limits are reached, and what its people and administrators see of it. */
record Barred(TestEnvironment environment, RealmApi realm, Site site) {

  static final String EMAIL_INSTEAD = "so the code comes by e-mail";
  static final String NOT_SENT = "We cannot send text messages to this number at the moment.";

  static Barred in(TestEnvironment environment, String name, Map<String, String> attributes) {
    RealmApi realm = environment.newRealm(name);
    Site site = Site.of(environment, realm, "sms,email");
    realm.attribute("twostep.fallback", "email").attributes(attributes);
    return new Barred(environment, realm, site);
  }

  /** Somebody whose number was imported. */
  Person person(String name, String number) {
    List<Map<String, Object>> credentials =
        List.of(Credentials.password(), Credentials.phone(number));
    String email = name + "@example.test";
    return new Person(site.user(name, email, credentials), name, number);
  }

  String mailCode(Person person) {
    return SmsGatewayDouble.codeIn(
        environment.mail().awaitMail(person.email(), Site.PATIENCE).text());
  }

  int messagesTo(String number) {
    return environment.gateway().requestsFor(number).size();
  }

  List<String> alerts() {
    List<String> codes = new ArrayList<>();
    realm.get("twostep/alerts").orFail().json().forEach(a -> codes.add(a.path("code").asText()));
    return codes;
  }

  void awaitAlert(String code) {
    Eventually.holds("the alert " + code, Duration.ofSeconds(60), () -> alerts().contains(code));
  }

  /** Why the last message to that person did not go out, as their events tell it. */
  Optional<String> reason(Person person) {
    return StreamSupport.stream(realm.eventsOf(person.id()).spliterator(), false)
        .filter(event -> event.path("error").asText().equals("twostep_sms_barred"))
        .map(event -> event.path("details").path("twostep_reason").asText())
        .findFirst();
  }
}
