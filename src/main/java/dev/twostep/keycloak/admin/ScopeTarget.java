package dev.twostep.keycloak.admin;

import dev.twostep.domain.policy.Scope;
import dev.twostep.keycloak.policy.LayerAttributes;

/** A scope that exists in this realm, its stored layer, and who may look at it or change it. */
record ScopeTarget(
    Scope scope, LayerAttributes attributes, Runnable requireView, Runnable requireManage) {}
