package org.waystation.api.sync;

import java.util.List;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;

/**
 * One page of the changes feed.
 *
 * @param epoch names the server's history
 * @param cursor where the next page begins; opaque
 * @param more whether another page waits
 * @param records new and changed records, oldest change first
 * @param deleted records that are gone
 * @param left records that are not in the scope any more that was asked for; what belongs to them is not either
 */
public record ChangePage(
        String epoch,
        String cursor,
        boolean more,
        List<EntityRecord> records,
        List<RecordRef> deleted,
        List<RecordRef> left) {

    public ChangePage {
        records = List.copyOf(records);
        deleted = List.copyOf(deleted);
        left = List.copyOf(left);
    }

    /** A page that no record left. */
    public ChangePage(String epoch, String cursor, boolean more, List<EntityRecord> records, List<RecordRef> deleted) {
        this(epoch, cursor, more, records, deleted, List.of());
    }
}
