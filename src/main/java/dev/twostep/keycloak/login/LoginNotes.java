package dev.twostep.keycloak.login;

import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Proof;
import dev.twostep.keycloak.credential.CredentialPrint;
import dev.twostep.keycloak.credential.SessionProof;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Everything that Twostep notes in a login, in one place; none of it is a secret or a counter. */
final class LoginNotes {

  static final String STEP = "twostep.step";
  static final String CHALLENGE = "twostep.challenge";
  static final String LETTER = "twostep.letter";
  static final String SENT = "twostep.sent.";
  static final String CONTACT = "twostep.contact";
  static final String NEXT_SEND = "twostep.next-send";
  static final String ACCEPTED_OFFER = "twostep.accepted-offer";
  static final String ENROLLED = "twostep.enrolled";
  static final String SETTLED = "twostep.settled";
  static final String SETTLED_FOR = "twostep.settled-for";
  static final String PASS = "twostep.pass";
  static final String RESET = "twostep.reset";
  static final String PROOF = "twostep.proof-id";
  static final String HELD = "twostep.held";
  static final String HELD_UNDER = "twostep.held-under";
  static final String APP_PASSWORD = "twostep.app-password-made";

  private static final String PROVEN = "proven:";

  private final AuthenticationSessionModel login;

  LoginNotes(AuthenticationSessionModel login) {
    this.login = login;
  }

  Optional<Step> step() {
    return get(STEP).flatMap(Step::of);
  }

  void step(Step step) {
    login.setAuthNote(STEP, step.text());
  }

  Optional<ChallengeId> challenge() {
    return get(CHALLENGE).map(ChallengeId::new);
  }

  Optional<String> letter() {
    return get(LETTER);
  }

  /** The running challenge from now on; {@code question} names what and where it asks. */
  void posted(String question, ChallengeId challenge, String letter) {
    login.setAuthNote(SENT + question, challenge.hex() + " " + letter);
    resume(question);
  }

  /** Back to a question that was left for another: the code that came for it is still good. */
  void resume(String question) {
    forgetChallenge();
    get(SENT + question)
        .map(sent -> sent.split(" ", 2))
        .ifPresent(
            sent -> {
              login.setAuthNote(CHALLENGE, sent[0]);
              login.setAuthNote(LETTER, sent[1]);
            });
  }

  /** Forgets the running challenge: its factor or its address was given up. */
  void forgetChallenge() {
    login.removeAuthNote(CHALLENGE);
    login.removeAuthNote(LETTER);
    login.removeAuthNote(NEXT_SEND);
  }

  Optional<Instant> nextSend() {
    return get(NEXT_SEND).map(Long::parseLong).map(Instant::ofEpochMilli);
  }

  void nextSend(Instant at) {
    login.setAuthNote(NEXT_SEND, Long.toString(at.toEpochMilli()));
  }

  /** The address being enrolled: held here, never read back from a form once a code is sent. */
  Optional<String> contact() {
    return get(CONTACT);
  }

  void contact(String address) {
    login.setAuthNote(CONTACT, address);
  }

  boolean acceptedOffer() {
    return get(ACCEPTED_OFFER).isPresent();
  }

  void acceptOffer() {
    login.setAuthNote(ACCEPTED_OFFER, "true");
  }

  /**
   * Whether this login's second step is over, proven or not needed; a user who came into the same
   * login later, by an identity provider for example, has a second step of their own.
   */
  boolean isSettled() {
    return get(SETTLED).isPresent() && get(SETTLED_FOR).equals(user());
  }

  /** Whether this very login proved a factor. */
  boolean provenHere() {
    return isSettled() && get(SETTLED).filter(how -> how.startsWith(PROVEN)).isPresent();
  }

  /** Names the proof that settled this login, unlike all others. */
  Optional<String> proofId() {
    return get(PROOF);
  }

  void settleProven(FactorKind factor) {
    login.setAuthNote(PROOF, KeycloakModelUtils.generateId());
    settle(PROVEN + factor.word());
  }

  void settle(String how) {
    login.setAuthNote(SETTLED, how);
    user().ifPresent(id -> login.setAuthNote(SETTLED_FOR, id));
    login.removeAuthNote(STEP);
    dropProof();
    forgetChallenge();
  }

  /** Whether that kind was set up in this very login. */
  boolean hasEnrolled(FactorKind kind) {
    return get(ENROLLED).filter(kind.word()::equals).isPresent();
  }

  /** An address was proven and stored: nothing of its enrolment is needed any more. */
  void enrolled(FactorKind kind) {
    login.setAuthNote(ENROLLED, kind.word());
    login.removeAuthNote(STEP);
    login.removeAuthNote(CONTACT);
    forgetChallenge();
  }

  /** A pass was right: from now on this login sets a factor up, and does nothing else. */
  void usePass(String pass) {
    login.setAuthNote(PASS, pass + " " + user().orElseThrow());
    login.removeAuthNote(STEP);
    forgetChallenge();
  }

  /** Whether this user, in this login, used that pass. */
  boolean usedPass(String pass) {
    return get(PASS).equals(user().map(who -> pass + " " + who));
  }

  void forgetPass() {
    login.removeAuthNote(PASS);
  }

  /** Whether this login began with a forgotten password. */
  boolean isReset() {
    return get(RESET).isPresent();
  }

  /** Keycloak forgets the flow as soon as a required action comes. */
  void reset() {
    login.setAuthNote(RESET, "true");
  }

  /** A factor was proven; the second step is not over before one more question is answered. */
  void holdProof(FactorKind factor, Instant at) {
    UserModel who = login.getAuthenticatedUser();
    login.setAuthNote(HELD, SessionProof.text(factor, at, who.getId()));
    login.setAuthNote(HELD_UNDER, CredentialPrint.of(who));
  }

  /** The proof that is held for this very user, and their present credentials. */
  Optional<Proof> heldProof() {
    return Optional.ofNullable(login.getAuthNote(HELD))
        .flatMap(held -> user().flatMap(who -> SessionProof.read(held, who)))
        .filter(
            proof ->
                get(HELD_UNDER)
                    .equals(
                        Optional.ofNullable(login.getAuthenticatedUser())
                            .map(CredentialPrint::of)));
  }

  void dropProof() {
    login.removeAuthNote(HELD);
    login.removeAuthNote(HELD_UNDER);
  }

  /** Whether this login has made its one app password already. */
  boolean madeAppPassword() {
    return get(APP_PASSWORD).isPresent();
  }

  void makeAppPassword(String id) {
    login.setAuthNote(APP_PASSWORD, id);
  }

  /** Lets later logins of the same browser session know that a factor was proven in it. */
  void prove(FactorKind factor, Instant now) {
    UserModel who = login.getAuthenticatedUser();
    login.setUserSessionNote(SessionProof.NOTE, SessionProof.text(factor, now, who.getId()));
    login.setUserSessionNote(SessionProof.PRINT, CredentialPrint.of(who));
  }

  private Optional<String> user() {
    return Optional.ofNullable(login.getAuthenticatedUser()).map(UserModel::getId);
  }

  private Optional<String> get(String note) {
    return Optional.ofNullable(login.getAuthNote(note));
  }
}
