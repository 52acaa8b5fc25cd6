package org.waystation.store.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TimeEntry;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.MalformedRecordException;

/**
 * What the tables with the most rows derive from a record, read out of its fields once, on whichever thread has time for
 * it: times and ids as text are slow to read, and the writer's thread is what a first sync waits for.
 *
 * @param record null for kinds of which all that is derived is in the other parts
 * @param ticket empty for other kinds, and where a field has the wrong type: no queue can show it then
 * @param work as {@code ticket}, for time entries
 * @param asset as {@code ticket}, for assets
 */
record Reading(
        @Nullable EntityRecord record,
        Optional<Ticket> ticket,
        Optional<TimeEntry> work,
        Optional<Asset> asset,
        Map<ReferenceField, Set<UUID>> targets) {

    private static final Set<EntityKind> READ_OUT =
            Set.of(EntityKind.TICKET, EntityKind.TIME_ENTRY, EntityKind.ASSET, EntityKind.NOTE);

    /** Of a record that is not visible. */
    static final Reading NONE = new Reading(null, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    static Reading of(@Nullable EntityRecord record) {
        return record == null
                ? NONE
                : new Reading(
                        READ_OUT.contains(record.kind()) ? null : record,
                        of(record, EntityKind.TICKET, Ticket::of),
                        of(record, EntityKind.TIME_ENTRY, TimeEntry::of),
                        of(record, EntityKind.ASSET, Asset::of),
                        targets(record));
    }

    /** What the record points at by a field. */
    Set<UUID> targets(ReferenceField field) {
        return targets.getOrDefault(field, Set.of());
    }

    private static Map<ReferenceField, Set<UUID>> targets(EntityRecord record) {
        Map<ReferenceField, Set<UUID>> targets = new EnumMap<>(ReferenceField.class);
        for (ReferenceField field : ReferenceField.of(record.kind())) {
            targets.put(field, field.targets(record));
        }
        return targets;
    }

    private static <T> Optional<T> of(EntityRecord record, EntityKind kind, Function<EntityRecord, T> reader) {
        try {
            return record.kind().equals(kind) ? Optional.of(reader.apply(record)) : Optional.empty();
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }
}
