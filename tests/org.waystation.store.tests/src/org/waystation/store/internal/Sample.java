package org.waystation.store.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;

/** Records and operations for tests; ids count up, so that a failure reads the same each time. */
final class Sample {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final AtomicLong IDS = new AtomicLong();

    private Sample() {}

    static UUID id() {
        return new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L | IDS.incrementAndGet());
    }

    static EntityRecord ticket(UUID id, long version, long sequence, @Nullable Object... fields) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("number", (int) (1000 + sequence)); // as JSON gives it back
        data.put("subject", "Backup failed on SRV-1");
        data.put("type", "incident");
        data.put("origin", "reactive");
        data.put("priority", "p3");
        data.put("status", "new");
        data.putAll(fields(fields));
        return new EntityRecord(EntityKind.TICKET, id, version, sequence, data);
    }

    static EntityRecord record(EntityKind kind, UUID id, long version, long sequence, @Nullable Object... fields) {
        return new EntityRecord(kind, id, version, sequence, fields(fields));
    }

    static Operation create(EntityKind kind, UUID id, List<UUID> dependsOn, @Nullable Object... fields) {
        List<FieldChange> changes = new ArrayList<>();
        fields(fields).forEach((field, value) -> changes.add(new FieldChange(field, null, value)));
        return new Operation(id(), Operation.Type.CREATE, kind, id, 0, changes, dependsOn, NOON);
    }

    static Operation note(UUID ticket, String body, UUID... dependsOn) {
        return create(
                EntityKind.NOTE,
                id(),
                List.of(dependsOn),
                "ticketId",
                ticket.toString(),
                "visibility",
                "internal",
                "body",
                body,
                "createdAt",
                NOON.toString());
    }

    static Operation update(EntityRecord seen, String field, @Nullable Object value, UUID... dependsOn) {
        return new Operation(
                id(),
                Operation.Type.UPDATE,
                seen.kind(),
                seen.id(),
                seen.version(),
                List.of(new FieldChange(field, seen.data().get(field), value)),
                List.of(dependsOn),
                NOON);
    }

    static ChangePage page(String cursor, EntityRecord... records) {
        return new ChangePage("epoch-1", cursor, false, List.of(records), List.of());
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... fields) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            data.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        return data;
    }
}
