package org.waystation.tickets.internal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordActions;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SnapshotEnd;
import org.waystation.api.sync.SnapshotSink;

/** A system out of reach that keeps neither tags nor priorities nor views and takes no time. */
final class Frugal implements Backend {

    @Override
    public RecordActions actionsOfNew(EntityKind kind) {
        if (kind.equals(EntityKind.SAVED_VIEW)) {
            return RecordActions.of(List.of());
        }
        return kind.equals(EntityKind.TICKET)
                ? RecordActions.of(List.of("update", "add:note", "not:tags", "not:priority"))
                : RecordActions.UNKNOWN;
    }

    @Override
    public String id() {
        return "frugal";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public ServerSession session() {
        throw new UnsupportedOperationException("asked");
    }

    @Override
    public SnapshotEnd snapshot(Set<EntityKind> kinds, SnapshotSink sink) {
        throw new UnsupportedOperationException("asked");
    }

    @Override
    public ChangePage changes(String cursor, int limit) {
        throw new UnsupportedOperationException("asked");
    }

    @Override
    public List<OperationResult> push(List<Operation> operations) {
        throw new UnsupportedOperationException("asked");
    }

    @Override
    public boolean awaitNews(String cursor, Duration wait) {
        throw new UnsupportedOperationException("asked");
    }
}
