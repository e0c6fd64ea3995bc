/** What is seen of a delivery after the send: receipts, meters and events. */
@NullMarked
package dev.twostep.keycloak.receipt;

import org.jspecify.annotations.NullMarked;
