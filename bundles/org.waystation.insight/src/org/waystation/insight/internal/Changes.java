package org.waystation.insight.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.MalformedRecordException;
import org.waystation.api.record.RecordRef;
import org.waystation.store.Records;
import org.waystation.store.Records.Commit;
import org.waystation.store.StoreException;

/** Forgets the sums that a commit may have changed; called on a thread of the store. */
final class Changes {

    /** Kinds whose records count. */
    static final Set<EntityKind> COUNTED = Set.of(
            EntityKind.TIME_ENTRY, EntityKind.TICKET, EntityKind.ASSET, EntityKind.AGREEMENT, EntityKind.COMPANY);

    /** Work may have begun before its ticket was made, though not long. */
    private static final Duration BEFORE_TICKET = Duration.ofDays(31);

    private final Records records;
    private final SumCache sums;
    private final FactReader reader;

    Changes(Records records, SumCache sums, FactReader reader) {
        this.records = records;
        this.sums = sums;
        this.reader = reader;
    }

    /** Whether the commit touched what counts. */
    boolean committed(Commit commit) {
        if (commit.everything()) {
            forgetAll();
            return true;
        }
        boolean counted = false;
        for (RecordRef ref : commit.refs()) {
            if (COUNTED.contains(ref.kind())) {
                counted = true;
                forget(ref);
            }
        }
        return counted;
    }

    private void forgetAll() {
        sums.forgetFrom(Instant.MIN);
        reader.forgetAssets();
    }

    private void forget(RecordRef ref) {
        try {
            Optional<EntityRecord> record =
                    sums.empty() && !ref.kind().equals(EntityKind.ASSET) ? Optional.empty() : records.find(ref);
            if (ref.kind().equals(EntityKind.ASSET)) {
                record.flatMap(asset -> asset.fields().uuid("companyId"))
                        .ifPresentOrElse(reader::forgetAssets, reader::forgetAssets);
                sums.forgetFrom(Instant.MIN); // its kind decides what an agreement covers
            } else if (ref.kind().equals(EntityKind.COMPANY)) {
                reader.forgetAssets(ref.id());
            } else if (!ref.kind().equals(EntityKind.AGREEMENT)) {
                sums.forgetFrom(record.flatMap(Changes::from).orElse(Instant.MIN));
            }
        } catch (StoreException | MalformedRecordException e) {
            forgetAll(); // what cannot be read may have been anywhere
        }
    }

    /** From when on it may count; empty where that cannot be told, since where it counted before is not known. */
    private static Optional<Instant> from(EntityRecord record) {
        return record.kind().equals(EntityKind.TICKET)
                ? record.fields().instant("createdAt").map(made -> made.minus(BEFORE_TICKET))
                : record.fields().instant("startedAt").filter(started -> record.version() <= 1);
    }
}
