package org.waystation.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.store.LocalStore;
import org.waystation.store.StoreException;

/** Makes time entries on tickets that a machine holds. */
final class TimeEntries {

    /** Stands in the comment of each, so that they can be found again. */
    static final String MARK = "Booked once ";

    private TimeEntries() {}

    /** @param from the number of the first; the minutes of each follow from its number */
    static List<Operation> of(LocalStore store, int count, int from) throws StoreException {
        List<EntityRecord> tickets = store.records().all(EntityKind.TICKET);
        List<Operation> operations = new ArrayList<>();
        Ids ids = new Ids(from + 77L);
        for (int i = from; i < from + count; i++) {
            operations.add(new Operation(
                    ids.next(),
                    Operation.Type.CREATE,
                    EntityKind.TIME_ENTRY,
                    ids.next(),
                    0,
                    List.of(
                            new FieldChange(
                                    "ticketId",
                                    null,
                                    tickets.get(i % tickets.size()).id().toString()),
                            new FieldChange("minutes", null, minutes(i)),
                            new FieldChange("workType", null, "remote"),
                            new FieldChange("billable", null, true),
                            new FieldChange("comment", null, MARK + i),
                            new FieldChange("startedAt", null, "2026-03-02T08:00:00Z")),
                    List.of(),
                    Instant.parse("2026-03-02T09:00:00Z")));
        }
        return operations;
    }

    static int minutes(int number) {
        return 1 + number % 97;
    }
}
