package org.waystation.api.sync;

import java.util.Optional;

/**
 * An operation in the outbox.
 *
 * @param parked why it is not sent any more; empty while it waits its turn
 */
public record PendingOperation(Operation operation, Optional<Problem> parked) {}
