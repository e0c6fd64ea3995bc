package dev.twostep.keycloak.robot;

import dev.twostep.domain.portal.RobotRules;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

/** A service account that may ask, and what for. */
record Robot(ClientModel client, UserModel account, RobotRules rules) {}
