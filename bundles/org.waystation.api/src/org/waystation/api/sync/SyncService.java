package org.waystation.api.sync;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** The sync engine, as screens see it. Every call returns at once. */
@ProviderType
public interface SyncService {

    SyncStatus status();

    /** Who is signed in; known offline too, once the server was reached. */
    Optional<ServerSession> session();

    /**
     * Delivers the present status and each later one.
     *
     * @param deliverOn where the listener runs, such as the UI thread
     * @return ends the listening
     */
    AutoCloseable listen(Executor deliverOn, Consumer<SyncStatus> listener);

    /** Asks for a sync now instead of at the next turn. */
    void syncNow();

    /** Changes the server has not yet applied, oldest first. */
    CompletionStage<List<PendingOperation>> pending();

    /** Sends a parked operation again, with those that wait for it. */
    CompletionStage<Void> retry(UUID operationId);

    /** Gives up a parked operation and those that wait for it; the record shows the server's state again. */
    CompletionStage<Void> discard(UUID operationId);
}
