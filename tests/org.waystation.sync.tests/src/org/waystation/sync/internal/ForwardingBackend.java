package org.waystation.sync.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.Digests;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SnapshotEnd;
import org.waystation.api.sync.SnapshotRequest;
import org.waystation.api.sync.SnapshotSink;
import org.waystation.api.sync.Stamp;
import org.waystation.api.sync.SyncScope;

/** Passes every call on; tests change the one that interests them. */
class ForwardingBackend implements Backend {

    private final FakeServer inner;

    ForwardingBackend(FakeServer inner) {
        this.inner = inner;
    }

    final FakeServer inner() {
        return inner;
    }

    @Override
    public String id() {
        return inner.id();
    }

    @Override
    public Set<Capability> capabilities() {
        return inner.capabilities();
    }

    @Override
    public ServerSession session() throws BackendException {
        return inner.session();
    }

    @Override
    public SnapshotEnd snapshot(Set<EntityKind> kinds, SnapshotSink sink) throws BackendException {
        return inner.snapshot(kinds, sink);
    }

    @Override
    public ChangePage changes(String cursor, int limit) throws BackendException {
        return inner.changes(cursor, limit);
    }

    @Override
    public List<OperationResult> push(List<Operation> operations) throws BackendException {
        return inner.push(operations);
    }

    @Override
    public boolean awaitNews(String cursor, Duration wait) throws BackendException {
        return inner.awaitNews(cursor, wait);
    }

    @Override
    public SnapshotEnd snapshot(SnapshotRequest request, SnapshotSink sink) throws BackendException {
        return inner.snapshot(request, sink);
    }

    @Override
    public ChangePage changes(String cursor, int limit, SyncScope scope) throws BackendException {
        return inner.changes(cursor, limit, scope);
    }

    @Override
    public Digests digests(SyncScope scope) throws BackendException {
        return inner.digests(scope);
    }

    @Override
    public Map<UUID, Stamp> liveIds(EntityKind kind, SyncScope scope) throws BackendException {
        return inner.liveIds(kind, scope);
    }

    @Override
    public Optional<EntityRecord> read(RecordRef ref) throws BackendException {
        return inner.read(ref);
    }
}
