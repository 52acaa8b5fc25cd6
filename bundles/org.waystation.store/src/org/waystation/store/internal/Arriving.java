package org.waystation.store.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.store.StoreException;

/**
 * A record of a snapshot on its way into the database, made ready on the thread that brings it, so that the writer's
 * thread only writes. Thousands of them wait for it, so the fields are held as JSON alone, a third of their size.
 *
 * @param head the record without its fields
 * @param json its fields as they are stored
 * @param actions what may be done with it, as it is stored
 * @param reading what is derived from it
 */
record Arriving(EntityRecord head, byte[] json, @Nullable String actions, Reading reading) {

    static Arriving of(EntityRecord record) {
        return new Arriving(
                record.withData(Map.of()),
                Json.write(record.data()),
                RecordTable.words(record.actions()),
                Reading.of(record));
    }

    /** The whole record. */
    EntityRecord record() throws StoreException {
        return head.withData(Json.read(json));
    }
}
