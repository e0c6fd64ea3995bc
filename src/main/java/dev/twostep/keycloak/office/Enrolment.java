package dev.twostep.keycloak.office;

import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.ConstantTime;
import dev.twostep.domain.code.Locker;
import dev.twostep.domain.enrolment.ClockDrift;
import dev.twostep.domain.office.InviteLink;
import dev.twostep.domain.office.InviteLink.Shown;
import dev.twostep.domain.office.InviteLink.Standing;
import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeDevice;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.store.JpaOfficeStaff;
import dev.twostep.keycloak.store.JpaOfficeStaff.Invite;
import dev.twostep.keycloak.store.JpaOffices;
import dev.twostep.keycloak.store.OfficeSecrets;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * One visit to the link of an invitation. Reading changes nothing; starting binds the link to this
 * browser and makes the secret; the first right code enrols the device and ends the link.
 */
public final class Enrolment {

  private static final Duration FARTHEST_CLOCK = Duration.ofMinutes(10);

  /** With which link somebody comes, in which browser. */
  public record Visitor(EnrolmentLink link, String browser) {
    @Override
    public String toString() {
      return "Visitor[******]";
    }
  }

  /** Who invites to what, and where the link stands. */
  public record Looked(Office office, OfficeDevice device, Standing standing) {}

  /** What became of a code. */
  public sealed interface Outcome {

    /** The device is enrolled. */
    record Enrolled() implements Outcome {}

    /** Wrong; {@code drift} if a clock explains it. */
    record Wrong(Optional<ClockDrift> drift) implements Outcome {}

    /** The secret that the office shares was replaced since it was shown: it is shown anew. */
    record Replaced() implements Outcome {}

    /** Not evaluated. */
    record Closed() implements Outcome {}
  }

  private final KeycloakSession session;
  private final RealmModel realm;
  private final EnrolmentLinks links;
  private final Locker locker;
  private final Visitor visitor;
  private final JpaOffices offices;
  private final JpaOfficeStaff staff;

  public Enrolment(KeycloakSession session, RealmModel realm, Visitor visitor) {
    this.session = session;
    this.realm = realm;
    this.links = Twostep.of(session).enrolmentLinks().orElseThrow();
    this.locker = Twostep.of(session).locker().orElseThrow();
    this.visitor = visitor;
    this.offices = new JpaOffices(session, realm);
    this.staff = new JpaOfficeStaff(session, realm);
  }

  /** Empty if there never was such a device. */
  public Optional<Looked> look() {
    Optional<Invite> invite = invite();
    return staff
        .find(visitor.link().device())
        .flatMap(
            device ->
                offices
                    .find(device.office())
                    .map(office -> new Looked(office, device, standing(device, invite))));
  }

  private Standing standing(OfficeDevice device, Optional<Invite> invite) {
    Optional<Shown> shown =
        invite.map(
            open ->
                new Shown(
                    open.expires(),
                    open.browser().isPresent(),
                    open.browser().filter(this::isHere).isPresent(),
                    open.wrong()));
    return InviteLink.standing(device.stateAt(now()), shown, now());
  }

  /** The secret, for the one browser that may see it; a first call makes it. */
  public Optional<AppKey> key(Looked looked) {
    if (!looked.standing().isOpen()) {
      return Optional.empty();
    }
    Optional<Invite> open = invite();
    return open.flatMap(Invite::secret).isPresent()
        ? open.flatMap(this::pending)
        : open.map(invite -> start(looked, invite));
  }

  private AppKey start(Looked looked, Invite invite) {
    AppKey key =
        looked.device().kind() == OfficeDevice.Kind.HOLDER
            ? new SharedSecret(session, realm, looked.office())
                .current()
                .map(SharedSecret.Current::key)
                .orElseGet(this::fresh)
            : fresh();
    write(invite, key, invite.wrong());
    return key;
  }

  private AppKey fresh() {
    return AppKey.fresh(realm.getOTPPolicy());
  }

  /** One code is one try, counted with the answer's own transaction. */
  public Outcome confirm(Looked looked, Answer answer) {
    Optional<Invite> open = looked.standing() == Standing.SHOWN ? invite() : Optional.empty();
    Optional<AppKey> key = open.flatMap(this::pending);
    if (key.isEmpty()) {
      return new Outcome.Closed();
    }
    var steps = key.get().steps(realm.getOTPPolicy().getLookAheadWindow());
    OptionalLong step = steps.stepOf(answer, now(), Long.MIN_VALUE);
    if (step.isEmpty()) {
      write(open.get(), key.get(), open.get().wrong() + 1);
      return new Outcome.Wrong(
          steps.driftOf(answer, now(), FARTHEST_CLOCK).map(off -> ClockDrift.of(off)));
    }
    return looked.device().kind() == OfficeDevice.Kind.HOLDER
        ? hold(looked, open.get(), new Proven(key.get(), step.getAsLong()))
        : enrol(looked.device().id(), new Proven(key.get(), step.getAsLong()));
  }

  private record Proven(AppKey key, long step) {}

  private Outcome enrol(String device, Proven proven) {
    String locked = locker.lock(proven.key().text(), OfficeSecrets.place(device));
    staff.enrol(device, locked, proven.step(), now());
    staff.withdraw(device);
    return new Outcome.Enrolled();
  }

  private Outcome hold(Looked looked, Invite invite, Proven proven) {
    SharedSecret shared = new SharedSecret(session, realm, looked.office());
    SharedSecret.Current current =
        shared.lockedCurrent().orElseGet(() -> shared.add(proven.key(), proven.step()));
    if (!ConstantTime.same(current.key().text(), proven.key().text())) {
      write(invite, current.key(), invite.wrong());
      return new Outcome.Replaced();
    }
    staff.spend(current.device(), proven.step());
    staff.hold(looked.device().id(), current.device(), now());
    staff.withdraw(looked.device().id());
    return new Outcome.Enrolled();
  }

  private void write(Invite invite, AppKey key, int wrong) {
    String device = invite.device();
    staff.invite(
        new Invite(
            device,
            invite.office(),
            invite.digest(),
            invite.expires(),
            Optional.of(links.browserDigest(device, visitor.browser())),
            Optional.of(locker.lock(key.text(), OfficeSecrets.pending(device))),
            wrong));
  }

  private Optional<AppKey> pending(Invite invite) {
    return invite
        .secret()
        .flatMap(locked -> locker.unlock(locked, OfficeSecrets.pending(invite.device())))
        .flatMap(AppKey::of);
  }

  private Optional<Invite> invite() {
    return staff
        .invitation(visitor.link().device())
        .filter(open -> links.is(visitor.link(), open.digest()));
  }

  private boolean isHere(String digest) {
    return links.isBrowser(digest, visitor.link().device(), visitor.browser());
  }

  private Instant now() {
    return Twostep.of(session).clock().instant();
  }
}
