package dev.twostep.application.delivery;

import dev.twostep.domain.factor.FactorKind;

/**
 * A message whose code came back.
 *
 * @param prefix of the number, without its last four digits; empty for e-mail
 */
public record Used(String realm, FactorKind channel, String gateway, String prefix) {}
