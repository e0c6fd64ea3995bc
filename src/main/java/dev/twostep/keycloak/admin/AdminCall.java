package dev.twostep.keycloak.admin;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** One authenticated call of an administrator; what they may do is still to be asked. */
public record AdminCall(
    KeycloakSession session,
    RealmModel realm,
    AdminPermissionEvaluator auth,
    AdminEventBuilder events) {}
