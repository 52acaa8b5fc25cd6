package org.waystation.store.blob;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.store.StoreException;

/**
 * Contents that the server does not have yet. The operation that attaches one waits in the outbox until its content is
 * there; both were queued in one transaction.
 */
@ProviderType
public interface Uploads {

    /**
     * A content on its way.
     *
     * @param operationId the creation of the attachment, which waits for it
     * @param location where the server takes it, once that has said so
     * @param problem why it does not go on by itself
     */
    record Upload(
            UUID operationId, UUID attachmentId, Blob blob, Optional<String> location, Optional<String> problem) {}

    /** All that are not done, oldest first. */
    List<Upload> waiting() throws StoreException;

    Optional<Upload> find(UUID attachmentId) throws StoreException;

    /** The server has said where it takes the content; empty where that place is gone and it has to begin again. */
    void located(UUID operationId, Optional<String> location) throws StoreException;

    /** It does not go on by itself; until {@link #retry}. */
    void failed(UUID operationId, String problem) throws StoreException;

    void retry(UUID operationId) throws StoreException;

    /** The server has the content: its operation may be sent now. */
    void done(UUID operationId) throws StoreException;
}
