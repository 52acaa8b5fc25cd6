package org.waystation.sync.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.SyncScope;
import org.waystation.store.Records;
import org.waystation.store.Replica;
import org.waystation.store.Replica.Position;
import org.waystation.store.StoreException;

/** Takes in what changed on the server, page by page, until there is no more. */
final class PullCycle {

    static final int PAGE = 500;

    /** What belongs to a ticket and nothing else, and by which field. */
    private static final Map<EntityKind, String> PARTS = Map.of(
            EntityKind.NOTE, "ticketId",
            EntityKind.TIME_ENTRY, "ticketId",
            EntityKind.ATTACHMENT, "ownerId");

    private final Replica replica;
    private final Backend backend;
    private final Records records;
    private final Tally tally;

    PullCycle(Replica replica, Backend backend, Records records, Tally tally) {
        this.replica = replica;
        this.backend = backend;
        this.records = records;
        this.tally = tally;
    }

    /**
     * @param scope what is held
     * @param onPage called after each page that brought something was taken in
     * @throws BackendException of cause {@code CURSOR_EXPIRED} where a new snapshot is needed
     */
    boolean run(SyncScope scope, Hearer onPage) throws BackendException, StoreException {
        boolean came = false;
        Position position = replica.position().orElseThrow(() -> noLonger("There is no copy yet."));
        boolean more = true;
        while (more) {
            ChangePage page = backend.changes(position.cursor(), PAGE, scope);
            if (!page.epoch().equals(position.epoch())) {
                throw noLonger("The server's history is another one now.");
            }
            more = page.more();
            if (!page.cursor().equals(position.cursor())) {
                replica.apply(page.left().isEmpty() ? page : withParts(page));
                position = new Position(page.epoch(), page.cursor(), position.scope());
            } else if (more) {
                throw new BackendException(
                        BackendException.Cause.MALFORMED, "The server's changes go round in circles.");
            }
            if (!page.records().isEmpty()
                    || !page.deleted().isEmpty()
                    || !page.left().isEmpty()) {
                came = true;
                tally.received(page.records().size());
                tally.removed(page.deleted().size() + page.left().size());
                onPage.hear();
            }
        }
        return came;
    }

    /** What belongs to a ticket that left goes with it: it did not change itself, so nothing else tells of it. */
    private ChangePage withParts(ChangePage page) throws StoreException {
        List<RecordRef> left = new ArrayList<>(page.left());
        for (RecordRef ref : page.left()) {
            if (ref.kind().equals(EntityKind.TICKET)) {
                left.addAll(partsOf(ref.id()));
            }
        }
        return new ChangePage(page.epoch(), page.cursor(), page.more(), page.records(), page.deleted(), left);
    }

    private List<RecordRef> partsOf(UUID ticket) throws StoreException {
        List<RecordRef> parts = new ArrayList<>();
        for (Map.Entry<EntityKind, String> part : PARTS.entrySet()) {
            records.referring(part.getKey(), part.getValue(), ticket).forEach(record -> parts.add(record.ref()));
        }
        return parts;
    }

    private static BackendException noLonger(String message) {
        return new BackendException(BackendException.Cause.CURSOR_EXPIRED, message);
    }
}
