package org.waystation.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What engines keep on this machine alone, such as credentials, known hosts and the audit trail: bytes by collection and
 * key, in the same encrypted file as the records. It is not sent to the server.
 */
@ProviderType
public interface Documents {

    Optional<byte[]> find(String collection, String key) throws StoreException;

    /** All of a collection, by key. */
    List<Document> all(String collection) throws StoreException;

    /** The last ones of a collection by key, last first. */
    List<Document> last(String collection, int limit) throws StoreException;

    /** Makes all these changes in ONE transaction that is on disk before this returns. */
    void write(List<Change> changes) throws StoreException;

    /** One document. */
    record Document(String key, byte[] body) {}

    /**
     * One change.
     *
     * @param body what it becomes; null takes it away
     */
    record Change(String collection, String key, byte @Nullable [] body) {}
}
