package dev.twostep.keycloak.page;

import dev.twostep.domain.contact.ParsedNumber;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.portal.KeyPath;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.enrolment.HomeCountry;
import dev.twostep.keycloak.enrolment.PhoneNumbers;
import dev.twostep.keycloak.portal.KeyIntake;
import dev.twostep.keycloak.portal.PhotoMessage;
import dev.twostep.keycloak.portal.PortalSaid;
import java.util.Optional;

/**
 * Where the link for a photo goes: to the number that its user has proven, or to one typed now,
 * right after a proof. What stands in the profile is nobody's proof.
 */
record PhotoLinks(Visit visit, KeyIntake intake) {

  private static final PhoneNumbers NUMBERS = new PhoneNumbers();

  static Optional<PhoneNumber> proven(Visit visit) {
    return new AccountFactors(visit.realm(), visit.user()).phone();
  }

  PortalSaid send(KeyPath path, Form form) {
    Optional<PhoneNumber> proven = proven(visit);
    if (proven.isPresent() && form.text("to").equals("proven")) {
      return send(path, proven.get());
    }
    ParsedNumber typed = NUMBERS.parse(HomeCountry.of(visit.realm()), form.text("number"));
    if (typed instanceof ParsedNumber.Mobile mobile) {
      return send(path, mobile.number());
    }
    return new PortalSaid(
        typed instanceof ParsedNumber.Missing ? "number-missing" : "number-wrong");
  }

  private PortalSaid send(KeyPath path, PhoneNumber to) {
    return new PhotoMessage(visit.session(), visit.realm(), visit.login()).send(intake, path, to);
  }
}
