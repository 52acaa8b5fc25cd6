package org.waystation.api.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The outbox in words, and what can be done about a change that does not get through. Every call returns at once. */
@ProviderType
public interface PendingChanges {

    /**
     * Delivers the changes that wait now and after each change of them: parked ones first, then the oldest first.
     *
     * @param deliverOn where the listener runs, such as the UI thread
     * @return ends the listening
     */
    AutoCloseable follow(Executor deliverOn, Consumer<List<PendingChange>> listener);

    /** What a parked change collides with; empty once it is not in the outbox any more. */
    CompletionStage<Optional<Conflict>> conflict(UUID operationId);

    /**
     * Puts other values in place of those of a parked change, on top of what the server has now, and sends it again with
     * those that wait for it. Where nothing is left to change, the change is given up.
     *
     * @param values for each field that shall be changed its value, null for none
     */
    CompletionStage<Void> amend(UUID operationId, Map<String, @Nullable Object> values);

    /** What is held on this machine. */
    CompletionStage<DataHeld> held();
}
