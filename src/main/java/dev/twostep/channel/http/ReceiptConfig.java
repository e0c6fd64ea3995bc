package dev.twostep.channel.http;

import java.util.Optional;

/**
 * What an HTTP gateway tells of a message after the send.
 *
 * @param reader empty: no receipt is believed
 * @param reference where its answer holds its own id of the message
 */
record ReceiptConfig(Optional<ReceiptReader> reader, Optional<Place> reference) {}
