package dev.twostep.keycloak.admin;

import dev.twostep.domain.policy.Scope;
import dev.twostep.domain.policy.ScopeKind;
import dev.twostep.keycloak.policy.LayerAttributes;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.ModelException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Finds scopes by kind and id, in the realm of the call only. */
final class ScopeTargets {

  private final AdminCall call;
  private final AdminPermissionEvaluator auth;

  ScopeTargets(AdminCall call) {
    this.call = call;
    this.auth = call.auth();
  }

  ScopeTarget find(String kind, String id) {
    return switch (ScopeKind.of(kind)
        .orElseThrow(() -> new NotFoundException("no scope of kind " + kind))) {
      case REALM -> realm(id);
      case ORGANIZATION -> organization(id);
      case GROUP -> group(id);
      case USER -> user(id);
      case APPLICATION -> client(id);
    };
  }

  private ScopeTarget realm(String id) {
    RealmModel realm = call.realm();
    if (!id.equals(realm.getId()) && !id.equals(realm.getName())) {
      throw Answers.absent(auth.realm().canViewRealm(), "realm");
    }
    return new ScopeTarget(
        new Scope(ScopeKind.REALM, realm.getId(), realm.getName()),
        LayerAttributes.of(realm),
        auth.realm()::requireViewRealm,
        auth.realm()::requireManageRealm);
  }

  private ScopeTarget organization(String id) {
    OrganizationModel found =
        organizationById(id)
            .orElseThrow(() -> Answers.absent(auth.orgs().canQuery(), "organization"));
    return new ScopeTarget(
        new Scope(ScopeKind.ORGANIZATION, found.getId(), found.getAlias()),
        LayerAttributes.of(found),
        () -> auth.orgs().requireView(found),
        () -> auth.orgs().requireManage(found));
  }

  private Optional<OrganizationModel> organizationById(String id) {
    if (!Organizations.isEnabled(call.session())) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
          call.session().getProvider(OrganizationProvider.class).getById(id));
    } catch (ModelException ofAnotherRealm) {
      return Optional.empty();
    }
  }

  private ScopeTarget group(String id) {
    // The group inside an organization is no scope: the organization itself is.
    GroupModel found =
        Optional.ofNullable(call.session().groups().getGroupById(call.realm(), id))
            .filter(group -> group.getType() == GroupModel.Type.REALM)
            .orElseThrow(() -> Answers.absent(auth.groups().canList(), "group"));
    return new ScopeTarget(
        new Scope(ScopeKind.GROUP, found.getId(), KeycloakModelUtils.buildGroupPath(found)),
        LayerAttributes.of(found),
        () -> auth.groups().requireView(found),
        () -> auth.groups().requireManage(found));
  }

  private ScopeTarget user(String id) {
    UserModel found =
        Optional.ofNullable(call.session().users().getUserById(call.realm(), id))
            .orElseThrow(() -> Answers.absent(auth.users().canQuery(), "user"));
    return new ScopeTarget(
        new Scope(ScopeKind.USER, found.getId(), found.getUsername()),
        LayerAttributes.of(found),
        () -> auth.users().requireView(found),
        () -> auth.users().requireManage(found));
  }

  private ScopeTarget client(String id) {
    ClientModel found =
        Optional.ofNullable(call.realm().getClientById(id))
            .orElseThrow(() -> Answers.absent(auth.clients().canList(), "client"));
    return new ScopeTarget(
        new Scope(ScopeKind.APPLICATION, found.getId(), found.getClientId()),
        LayerAttributes.of(found),
        () -> auth.clients().requireView(found),
        () -> auth.clients().requireConfigure(found));
  }
}
