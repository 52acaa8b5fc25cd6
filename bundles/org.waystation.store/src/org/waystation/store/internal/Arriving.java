package org.waystation.store.internal;

import org.waystation.api.record.EntityRecord;

/**
 * A record of a snapshot on its way into the database, made ready on the thread that brings it, so that the writer's
 * thread only writes.
 *
 * @param json its fields as they are stored
 */
record Arriving(EntityRecord record, byte[] json) {

    static Arriving of(EntityRecord record) {
        return new Arriving(record, Json.write(record.data()));
    }
}
