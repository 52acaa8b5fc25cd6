package org.waystation.companies.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.MalformedRecordException;

/** Reads records, leaving out those with a field of the wrong type: they are kept and synced, but cannot be shown. */
final class Readable {

    private Readable() {}

    static <T> List<T> all(List<EntityRecord> records, Function<EntityRecord, T> read) {
        return records.stream()
                .map(record -> one(record, read))
                .flatMap(Optional::stream)
                .toList();
    }

    static <T> Optional<T> one(EntityRecord record, Function<EntityRecord, T> read) {
        try {
            return Optional.of(read.apply(record));
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }
}
