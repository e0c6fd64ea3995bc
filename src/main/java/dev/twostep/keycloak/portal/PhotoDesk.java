package dev.twostep.keycloak.portal;

import dev.twostep.application.portal.PhotographedKey;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.portal.Intake;
import dev.twostep.domain.portal.Intake.State;
import dev.twostep.domain.portal.PhotoLink;
import dev.twostep.domain.portal.PhotoLink.Standing;
import dev.twostep.keycloak.store.JpaPortalIntakes;
import dev.twostep.keycloak.store.JpaPortalIntakes.Came;
import dev.twostep.keycloak.store.JpaPortalIntakes.Found;
import dev.twostep.keycloak.store.JpaPortals;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Where a phone with a link hands in its photo: it writes, and reads nothing but two words. The
 * state of a link changes by guarded updates only, so that on whichever node one browser wins.
 */
public final class PhotoDesk {

  /** Where a link stands for this browser. */
  public record Looked(Standing standing, Optional<Intake> intake) {

    static final Looked UNKNOWN = new Looked(Standing.UNKNOWN, Optional.empty());
  }

  /** What became of a photo. */
  public enum Taken {
    GOOD,
    /** It shows no key. */
    FLAWED,
    /** A good one has come already. */
    LATE,
    /** No key can be kept at the moment. */
    LOCKED
  }

  private final KeycloakSession session;
  private final RealmModel realm;
  private final JpaPortalIntakes intakes;
  private final Optional<PortalLinks> links;

  public PhotoDesk(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
    this.intakes = new JpaPortalIntakes(session, realm);
    this.links = Twostep.of(session).portalLinks();
  }

  /** By the secret of a link; changes nothing, for programs open links as well. */
  public Looked opened(String secret, Phone held) {
    return links
        .filter(known -> PortalLinks.isSecret(secret))
        .flatMap(known -> intakes.linked(known.digest(secret)))
        .map(found -> looked(found, held))
        .orElse(Looked.UNKNOWN);
  }

  /** By the cookie of a phone that has begun. */
  public Looked back(Phone held) {
    return intakes.named(held.intake()).map(found -> looked(found, held)).orElse(Looked.UNKNOWN);
  }

  private Looked looked(Found found, Phone held) {
    Standing standing = PhotoLink.standing(found.intake(), isHere(found, held), now());
    return new Looked(standing, Optional.of(found.intake()));
  }

  /** This browser alone goes on; false if another was faster. */
  public boolean begin(Intake intake, Phone held) {
    Optional<ChallengeId> challenge =
        intakes.named(intake.id()).flatMap(Found::challenge).flatMap(ChallengeId::of);
    String browser = links.orElseThrow().browserDigest(intake.id(), held.secret());
    boolean begun = intakes.start(intake.id(), browser, now());
    if (begun) {
      note("link-opened", intake);
      challenge.ifPresent(known -> Twostep.of(session).usedAfterCommit(session, known));
    }
    return begun;
  }

  /** Counts a photo before it is looked at. */
  public boolean count(Intake intake) {
    return intakes.countPhoto(intake.id());
  }

  /** Takes what the photo shows, and says how that went. */
  public Taken take(Intake intake, PhotographedKey photo) {
    if (photo.key().isEmpty()) {
      intakes.flaw(intake.id(), photo.flaw());
      return Taken.FLAWED;
    }
    Optional<PortalVault> vault = PortalVaults.of(session);
    if (vault.isEmpty()) {
      return Taken.LOCKED;
    }
    String user = intakes.named(intake.id()).map(Found::user).orElse("");
    var owner = new PortalVault.Owner(realm.getId(), user, intake.portal());
    Came key = PendingKey.locked(vault.get(), owner, photo.key().get());
    if (user.isEmpty() || !intakes.take(intake.id(), State.TAKEN, key, now().plus(Intake.WAITS))) {
      return Taken.LATE;
    }
    note("key-by-phone", intake);
    return Taken.GOOD;
  }

  /** On the owner's own log, with the address of the phone; never the link. */
  private void note(String change, Intake intake) {
    Optional<UserModel> owner =
        intakes.named(intake.id()).map(found -> session.users().getUserById(realm, found.user()));
    owner.ifPresent(
        user ->
            new JpaPortals(session, realm, user)
                .find(intake.portal())
                .ifPresent(portal -> new PortalEvents(session, realm, user).done(change, portal)));
  }

  private boolean isHere(Found found, Phone held) {
    return links.isPresent()
        && held.intake().equals(found.intake().id())
        && found
            .browser()
            .filter(digest -> links.get().isBrowser(digest, held.intake(), held.secret()))
            .isPresent();
  }

  private Instant now() {
    return Twostep.of(session).clock().instant();
  }
}
