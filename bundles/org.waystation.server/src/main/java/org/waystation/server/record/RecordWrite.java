package org.waystation.server.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;

/**
 * The next state of one record; its sequence is given when it is committed.
 *
 * @param live by how much the number of live records of its kind changes: 1, 0 or -1
 */
public record RecordWrite(
        EntityKind kind, UUID id, Optional<UUID> companyId, long version, boolean deleted, ObjectNode data, int live) {

    public static RecordWrite created(EntityKind kind, UUID id, Optional<UUID> companyId, ObjectNode data) {
        return new RecordWrite(kind, id, companyId, 1, false, data, 1);
    }

    /** An edit by a person. */
    public static RecordWrite edited(StoredRecord before, Optional<UUID> companyId, ObjectNode data) {
        return new RecordWrite(before.kind(), before.id(), companyId, before.version() + 1, false, data, 0);
    }

    /** A change of fields that the server keeps: the version stays, so that nobody's edit conflicts with it. */
    public static RecordWrite touched(StoredRecord before, ObjectNode data) {
        return new RecordWrite(before.kind(), before.id(), before.companyId(), before.version(), false, data, 0);
    }

    /** Goes to another company with what it is a part of. */
    public static RecordWrite moved(StoredRecord before, Optional<UUID> companyId) {
        return new RecordWrite(before.kind(), before.id(), companyId, before.version(), false, before.data(), 0);
    }

    public static RecordWrite deleted(StoredRecord before) {
        return new RecordWrite(
                before.kind(), before.id(), before.companyId(), before.version() + 1, true, Json.object(), -1);
    }

    /** The record once it has its place in the history. */
    public StoredRecord stored(long seq) {
        return new StoredRecord(kind, id, companyId, version, seq, deleted, data);
    }
}
