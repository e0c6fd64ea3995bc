/** Asks for codes and checks the answers: use cases, and the ledger that they write to. */
@NullMarked
package dev.twostep.application.challenge;

import org.jspecify.annotations.NullMarked;
