package dev.twostep.application.delivery;

import dev.twostep.domain.factor.FactorKind;
import java.time.Instant;

/** A letter that is to be taken up then, by the senders of that channel. */
public record Due(String letter, FactorKind channel, Instant at) {}
