package dev.twostep.keycloak.page;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.factor.FactorName;
import dev.twostep.domain.policy.Choice;
import dev.twostep.keycloak.credential.OfficeCredential;
import dev.twostep.keycloak.notice.FactorNews;
import dev.twostep.keycloak.notice.Notices;
import dev.twostep.keycloak.policy.Preferences;
import dev.twostep.keycloak.policy.UserChoices;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.credential.OTPCredentialModel;

/** The changes that need no proof of a factor: none of them makes a login easier. */
record OwnChanges(Visit visit) {

  Said rename(String id, String typed) {
    // What an office is called is its administrators' business.
    Optional<CredentialModel> credential =
        own(id).filter(found -> !found.getType().equals(OfficeCredential.TYPE));
    if (credential.isEmpty()) {
      return Said.NOT_YOURS;
    }
    Optional<FactorName.Flaw> flaw = FactorName.flaw(typed);
    if (flaw.isPresent()) {
      return Said.of("name-" + flaw.get().word()).orElseThrow();
    }
    String name = FactorName.trimmed(typed);
    if (isTaken(credential.get(), name)) {
      return Said.NAME_TAKEN;
    }
    try {
      credentials().updateCredentialLabel(id, name);
    } catch (ModelDuplicateException e) {
      return Said.NAME_TAKEN;
    }
    event(EventType.UPDATE_CREDENTIAL)
        .detail(Details.CREDENTIAL_ID, id)
        .detail(Details.CREDENTIAL_TYPE, credential.get().getType())
        .success();
    return Said.RENAMED;
  }

  /** Keycloak's own refusal comes with the commit only, too late for a page. */
  private boolean isTaken(CredentialModel renamed, String name) {
    return credentials()
        .getStoredCredentialsByTypeStream(renamed.getType())
        .filter(other -> !other.getId().equals(renamed.getId()))
        .anyMatch(other -> name.equalsIgnoreCase(other.getUserLabel()));
  }

  /** Of several apps the named one comes first in their list. */
  Said first(String factor, String id) {
    Optional<FactorKind> kind = FactorKind.of(factor);
    if (kind.isEmpty() || !OwnPolicy.of(visit).asked().possible().contains(kind.get())) {
      return Said.NOT_FIRST;
    }
    if (!id.isEmpty()) {
      Optional<CredentialModel> credential = own(id);
      if (credential.isEmpty()) {
        return Said.NOT_YOURS;
      }
      if (credential.get().getType().equals(OTPCredentialModel.TYPE)) {
        credentials().moveStoredCredentialTo(id, null);
      }
    }
    Preferences.remember(visit.user(), kind.get());
    event(EventType.UPDATE_PROFILE).detail("twostep_first", kind.get().word()).success();
    return Said.FIRST;
  }

  /**
   * Turns two-step login on where policy leaves that to the user; says nothing where a factor has
   * to be set up first. Then the login makes its offer anew: "on" is stored with the factor that it
   * leads to, so that nobody who gives up half-way is locked out.
   */
  Optional<Said> turnOn() {
    OwnPolicy policy = OwnPolicy.of(visit);
    if (!policy.state().isOwn()) {
      return Optional.of(Said.FAILED);
    }
    Optional<FactorKind> usable = policy.asked().now();
    UserChoices.remember(visit.user(), usable.isPresent() ? Choice.ON : Choice.UNDECIDED);
    usable.ifPresent(this::tellOn);
    return usable.map(on -> Said.TURNED_ON);
  }

  private void tellOn(FactorKind usable) {
    event(EventType.UPDATE_PROFILE).detail("twostep_choice", "on").success();
    Notices.tell(
        visit.session(), visit.user(), FactorNews.of(FactorNews.What.TURNED_ON, usable, ""));
  }

  /** The visitor's own factor of that id; a password is none. */
  private Optional<CredentialModel> own(String id) {
    return Optional.ofNullable(id.isEmpty() ? null : credentials().getStoredCredentialById(id))
        .filter(found -> FactorRow.isFactor(found.getType()));
  }

  private SubjectCredentialManager credentials() {
    return visit.user().credentialManager();
  }

  private EventBuilder event(EventType type) {
    return new EventBuilder(
            visit.realm(), visit.session(), visit.session().getContext().getConnection())
        .event(type)
        .client(LoginRedirect.CLIENT)
        .user(visit.user())
        .session(visit.login());
  }
}
