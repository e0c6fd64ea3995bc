package dev.twostep.keycloak.credential;

import dev.twostep.application.challenge.CheckTotp;
import dev.twostep.domain.code.TimeSteps;
import dev.twostep.domain.contact.EmailAddress;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.notice.Channels;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** The second factors of one user, read from the credentials that Keycloak has cached. */
public final class AccountFactors {

  private static final int MOST_APPS = 5;

  private static final Map<String, FactorKind> KINDS =
      Map.of(
          ContactCredential.PHONE, FactorKind.SMS,
          ContactCredential.EMAIL, FactorKind.EMAIL,
          OTPCredentialModel.TYPE, FactorKind.TOTP,
          WebAuthnCredentialModel.TYPE_TWOFACTOR, FactorKind.PASSKEY,
          OfficeCredential.TYPE, FactorKind.OFFICE,
          RecoveryAuthnCodesCredentialModel.TYPE, FactorKind.RECOVERY_CODES,
          StoredPass.TYPE, FactorKind.PASS);

  private final RealmModel realm;
  private final UserModel user;

  public AccountFactors(RealmModel realm, UserModel user) {
    this.realm = realm;
    this.user = user;
  }

  /** The kind of factor that a credential of that type is, if it is one. */
  public static Optional<FactorKind> kindOf(String credentialType) {
    return Arrays.stream(FactorKind.values()).filter(k -> isOf(k, credentialType)).findFirst();
  }

  /**
   * The kinds that the user has, in their own order. Which of them count, {@link UsableFactors}
   * says.
   */
  public List<FactorKind> kinds() {
    return kindsWithout("");
  }

  /** The same, as if the credential of that id were not there. */
  List<FactorKind> kindsWithout(String id) {
    Stream<FactorKind> stored =
        trusted(user.credentialManager().getStoredCredentialsStream())
            .filter(credential -> !id.equals(credential.getId()))
            .filter(credential -> !isCounterBased(credential))
            .flatMap(credential -> kindOf(credential).stream());
    Stream<FactorKind> profile = email().map(e -> FactorKind.EMAIL).stream();
    return Stream.concat(stored, profile).distinct().toList();
  }

  /** Whether credentials of that type are factors of that kind, passwordless passkeys included. */
  static boolean isOf(FactorKind kind, String credentialType) {
    return KINDS.get(credentialType) == kind
        || (kind == FactorKind.PASSKEY
            && WebAuthnCredentialModel.TYPE_PASSWORDLESS.equals(credentialType));
  }

  /** Which kind of factor a stored credential is; empty if it is none. */
  public static Optional<FactorKind> kindOf(CredentialModel credential) {
    return Optional.ofNullable(KINDS.get(credential.getType()));
  }

  /**
   * The pass that an administrator issued: asked for even when it is over, until a new one comes.
   */
  public Optional<StoredPass> pass() {
    return new PassShelf(user).pass();
  }

  /** Only time-based codes are checked here: a counter-based app is no usable factor. */
  private static boolean isCounterBased(CredentialModel credential) {
    return OTPCredentialModel.TYPE.equals(credential.getType())
        && OTPCredentialModel.HOTP.equals(
            OTPCredentialModel.createFromCredentialModel(credential)
                .getOTPCredentialData()
                .getSubType());
  }

  /** The number that receives this user's codes. */
  public Optional<PhoneNumber> phone() {
    return first(ContactCredential.PHONE)
        .map(ContactCredential::addressIn)
        .map(PhoneNumber::ofE164);
  }

  /**
   * The address that receives this user's codes: the one proven to Twostep, which a change of the
   * profile does not move, else the profile's own if Keycloak has verified it.
   */
  public Optional<EmailAddress> email() {
    return first(ContactCredential.EMAIL)
        .map(ContactCredential::addressIn)
        .or(() -> Optional.ofNullable(user.getEmail()).filter(e -> user.isEmailVerified()))
        .map(EmailAddress::of);
  }

  /** The address in the profile, verified or not: where an e-mail factor is enrolled. */
  public Optional<EmailAddress> profileEmail() {
    return Optional.ofNullable(user.getEmail()).map(EmailAddress::of);
  }

  /** The user's authenticator apps that show time-based codes; few, so that guesses stay few. */
  public List<CheckTotp.App> apps() {
    return trusted(
            user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE))
        .map(OTPCredentialModel::createFromCredentialModel)
        .filter(otp -> OTPCredentialModel.TOTP.equals(otp.getOTPCredentialData().getSubType()))
        .limit(MOST_APPS)
        .map(this::app)
        .toList();
  }

  private CheckTotp.App app(OTPCredentialModel otp) {
    var data = otp.getOTPCredentialData();
    var secret = new TimeSteps.Secret(otp.getDecodedSecret(), data.getAlgorithm());
    return new CheckTotp.App(
        otp.getId(),
        new TimeSteps(
            secret,
            Duration.ofSeconds(data.getPeriod()),
            data.getDigits(),
            realm.getOTPPolicy().getLookAheadWindow()));
  }

  /** Stores a number whose code was right, in place of an earlier one; answers the new id. */
  public String store(PhoneNumber proven, Clock clock) {
    return replace(
        ContactCredential.of(
            ContactCredential.PHONE, proven.e164(), proven.masked(), clock.millis()));
  }

  /** Stores an address whose code was right, in place of an earlier one; answers the new id. */
  public String store(EmailAddress proven, Clock clock) {
    return replace(
        ContactCredential.of(
            ContactCredential.EMAIL, proven.address(), proven.masked(), clock.millis()));
  }

  /** Keeps the address whose code was right: from now on no change of the profile moves it. */
  public void pinEmail(Clock clock) {
    if (first(ContactCredential.EMAIL).isEmpty()) {
      email().ifPresent(address -> store(address, clock));
    }
  }

  /**
   * Keeps an address that the profile has just given up: until then it received the codes, and the
   * profile's next one shall not do so merely because somebody with a password wrote it there.
   */
  public void pinFormer(EmailAddress former, Clock clock) {
    if (user.credentialManager()
        .getStoredCredentialsByTypeStream(ContactCredential.EMAIL)
        .findAny()
        .isEmpty()) {
      store(former, clock);
    }
  }

  /** Where messages reach the user now, whatever policy says of them as factors. */
  public Channels channels() {
    Optional<EmailAddress> pinned =
        first(ContactCredential.EMAIL).map(ContactCredential::addressIn).map(EmailAddress::of);
    return new Channels(phone(), pinned, profileEmail(), user.isEmailVerified());
  }

  /** The stored phone or e-mail address, as Keycloak's credential. */
  public Optional<CredentialModel> contact(FactorKind kind) {
    return user.credentialManager()
        .getStoredCredentialsStream()
        .filter(credential -> isOf(kind, credential.getType()))
        .findFirst();
  }

  private String replace(ContactCredential credential) {
    user.credentialManager()
        .getStoredCredentialsByTypeStream(credential.getType())
        .map(CredentialModel::getId)
        .toList()
        .forEach(user.credentialManager()::removeStoredCredentialById);
    return user.credentialManager().createStoredCredential(credential).getId();
  }

  private Optional<CredentialModel> first(String type) {
    return trusted(user.credentialManager().getStoredCredentialsByTypeStream(type)).findFirst();
  }

  /** Without those that their owner disowned. */
  private Stream<CredentialModel> trusted(Stream<CredentialModel> stored) {
    Set<String> suspended = new Suspensions(user).all();
    return stored.filter(credential -> !suspended.contains(credential.getId()));
  }
}
