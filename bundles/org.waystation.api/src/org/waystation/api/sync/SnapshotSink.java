package org.waystation.api.sync;

import java.util.Map;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;

/** Takes a snapshot as it arrives. A sink may throw {@link BackendException} to end the stream. */
public interface SnapshotSink {

    /**
     * Comes first.
     *
     * @param epoch names the server's history
     * @param expected about how many records of each kind will come
     */
    void begin(String epoch, Map<EntityKind, Long> expected) throws BackendException;

    void record(EntityRecord record) throws BackendException;

    /** Whoever is cut off from here on can go on behind this mark; opaque. */
    default void mark(String mark) throws BackendException {}

    /** Everything needed to start working has come; the rest follows. */
    void workable() throws BackendException;
}
