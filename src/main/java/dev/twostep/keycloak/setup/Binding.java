package dev.twostep.keycloak.setup;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** A place of the realm to which a flow of ours is bound, and what setup remembers of it. */
enum Binding {
  BROWSER(
      "browser flow",
      AuthenticationFlowBindings.BROWSER_BINDING,
      "twostep.setup.browser",
      SecondStepLayout.FLOW) {
    @Override
    @Nullable AuthenticationFlowModel of(RealmModel realm) {
      return realm.getBrowserFlow();
    }

    @Override
    void bind(RealmModel realm, AuthenticationFlowModel flow) {
      realm.setBrowserFlow(flow);
    }
  },
  DIRECT_GRANT(
      "direct grant flow",
      AuthenticationFlowBindings.DIRECT_GRANT_BINDING,
      "twostep.setup.grant",
      GrantLayout.FLOW) {
    @Override
    @Nullable AuthenticationFlowModel of(RealmModel realm) {
      return realm.getDirectGrantFlow();
    }

    @Override
    void bind(RealmModel realm, AuthenticationFlowModel flow) {
      realm.setDirectGrantFlow(flow);
    }
  };

  private final String word;
  private final String ofClients;
  private final String memory;
  private final String flow;

  Binding(String word, String ofClients, String memory, String flow) {
    this.word = word;
    this.ofClients = ofClients;
    this.memory = memory;
    this.flow = flow;
  }

  /** What reports call it. */
  String word() {
    return word;
  }

  /** The key of a client's own flow for this purpose. */
  String ofClients() {
    return ofClients;
  }

  /** The realm attribute that tells which flow is ours. */
  String memory() {
    return memory;
  }

  /** The name of our flow. */
  String flow() {
    return flow;
  }

  abstract @Nullable AuthenticationFlowModel of(RealmModel realm);

  abstract void bind(RealmModel realm, AuthenticationFlowModel flow);

  /** The flow that is bound now. */
  AuthenticationFlowModel bound(RealmModel realm) {
    AuthenticationFlowModel bound = of(realm);
    if (bound == null) {
      throw new SetupRefused(
          "The realm has no " + word + ".", "Bind one under Authentication, then try again.");
    }
    return bound;
  }
}
