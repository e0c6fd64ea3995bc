package dev.twostep.keycloak.notice;

import dev.twostep.domain.contact.EmailAddress;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.notice.Channels;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.policy.TwostepRealms;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Follows Keycloak's own pages and REST, by which factors and addresses change as well. */
final class FactorEvents implements EventListenerProvider {

  private static final Set<EventType> OF_THE_PROFILE =
      Set.of(EventType.UPDATE_PROFILE, EventType.UPDATE_EMAIL);

  private final KeycloakSession session;

  FactorEvents(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public void onEvent(Event event) {
    Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
    if (event.getType() == EventType.UPDATE_CREDENTIAL && !Told.isTold(event)) {
      with(event.getRealmId(), event.getUserId(), (realm, user) -> added(user, details));
    } else if (event.getType() == EventType.REMOVE_CREDENTIAL && !Told.isTold(event)) {
      with(
          event.getRealmId(),
          event.getUserId(),
          (realm, user) -> removed(user, details, ReaderLanguage.ofOwnRequest(session, user)));
    } else if (OF_THE_PROFILE.contains(event.getType())
        && details.containsKey(Details.UPDATED_EMAIL)) {
      with(event.getRealmId(), event.getUserId(), (realm, user) -> moved(realm, user));
    }
  }

  @Override
  public void onEvent(AdminEvent event, boolean includeRepresentation) {
    Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
    if (event.getResourceType() == ResourceType.USER
        && event.getOperationType() == OperationType.ACTION
        && event.getError() == null
        && details.containsKey(Details.CREDENTIAL_TYPE)
        && event.getResourcePath() != null) {
      String user = event.getResourcePath().replaceFirst("^users/([^/]+)/.*", "$1");
      with(
          event.getRealmId(),
          user,
          (realm, found) -> removed(found, details, ReaderLanguage.ofOthersRequest(realm, found)));
    }
  }

  private void added(UserModel user, Map<String, String> details) {
    String type = details.getOrDefault(Details.CREDENTIAL_TYPE, "");
    NewCredential.newest(user, type)
        .ifPresent(
            credential ->
                Notices.tell(
                    session,
                    user,
                    FactorNews.of(
                        FactorNews.What.ADDED, AccountFactors.kindOf(type).get(), credential)));
  }

  private void removed(UserModel user, Map<String, String> details, Locale locale) {
    Optional<FactorKind> kind =
        AccountFactors.kindOf(details.getOrDefault(Details.CREDENTIAL_TYPE, ""));
    kind.ifPresent(factor -> removed(user, factor, details, locale));
  }

  private void removed(
      UserModel user, FactorKind factor, Map<String, String> details, Locale locale) {
    RealmModel realm = session.getContext().getRealm();
    FactorNews.What what = FactorNews.removal(factor, new AccountFactors(realm, user).kinds());
    String credential = Told.credentialIn(details);
    Notices.tell(
        session,
        user,
        new FactorNews(
            what, factor, credential, Former.addresses(Before.of(session, user), factor)),
        locale);
    if (what == FactorNews.What.REMOVED_LEAVING_OFFICE && !details.containsKey(Told.LEFT)) {
      log(realm, user, factor, credential);
    }
  }

  /** Keycloak's own event of a removal by REST cannot say it. */
  private void log(RealmModel realm, UserModel user, FactorKind factor, String credential) {
    new EventBuilder(realm, session, session.getContext().getConnection())
        .event(EventType.REMOVE_CREDENTIAL)
        .user(user)
        .detail(Details.CREDENTIAL_ID, credential)
        .detail("twostep_factor", factor.word())
        .detail(Told.LEFT, FactorKind.OFFICE.word())
        .detail(Told.DETAIL, "true")
        .success();
  }

  /** The former address stays the one for codes: the new one belongs to whoever wrote it. */
  private void moved(RealmModel realm, UserModel user) {
    Channels before = Before.of(session, user);
    Optional<EmailAddress> former = before.profile();
    if (former.isEmpty() || former.get().address().equalsIgnoreCase(user.getEmail())) {
      return;
    }
    Before.unpinned(before)
        .ifPresent(
            address ->
                new AccountFactors(realm, user).pinFormer(address, Twostep.of(session).clock()));
    Notices.tell(
        session,
        user,
        new FactorNews(
            FactorNews.What.ADDRESS_CHANGED,
            FactorKind.EMAIL,
            "",
            Former.addresses(before, FactorKind.EMAIL)));
  }

  private void with(
      @Nullable String realmId, @Nullable String userId, BiConsumer<RealmModel, UserModel> work) {
    RealmModel realm = session.getContext().getRealm();
    if (realm == null || userId == null || !realm.getId().equals(realmId)) {
      return;
    }
    UserModel user =
        TwostepRealms.isSetUp(realm) ? session.users().getUserById(realm, userId) : null;
    if (user != null) {
      work.accept(realm, user);
    }
  }

  @Override
  public void close() {}
}
