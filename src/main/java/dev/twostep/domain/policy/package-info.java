/**
 * Who must prove a second factor, who may, who needs not: scopes, their layers, and the decision
 * for one login with its reasons. Values in, value out; reads no clock and no store.
 */
@NullMarked
package dev.twostep.domain.policy;

import org.jspecify.annotations.NullMarked;
