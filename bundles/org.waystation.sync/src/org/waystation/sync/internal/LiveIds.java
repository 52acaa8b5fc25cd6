package org.waystation.sync.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.Stamp;
import org.waystation.api.sync.SyncScope;
import org.waystation.store.Outbox;
import org.waystation.store.Replica;
import org.waystation.store.StoreException;

/** Holds the records of one kind here against those that the server has in scope, by id and state. */
final class LiveIds {

    private static final int REMOVED_AT_ONCE = 1_000;

    private final Backend backend;
    private final Replica replica;
    private final Outbox outbox;

    /** Unsent changes that have kept something here which is not in scope there. */
    private final Set<UUID> keepers = new HashSet<>();

    LiveIds(Backend backend, Replica replica, Outbox outbox) {
        this.backend = backend;
        this.replica = replica;
        this.outbox = outbox;
    }

    /**
     * How the two differ.
     *
     * @param other what is another one here, or is missing
     * @param extra what is here and not there
     */
    record Difference(List<RecordRef> other, List<RecordRef> extra) {}

    Difference compare(EntityKind kind, SyncScope scope) throws BackendException, StoreException {
        Map<UUID, Stamp> ours = replica.stamps(kind);
        List<RecordRef> other = new ArrayList<>();
        for (Map.Entry<UUID, Stamp> there : backend.liveIds(kind, scope).entrySet()) {
            if (!there.getValue().equals(ours.remove(there.getKey()))) {
                other.add(new RecordRef(kind, there.getKey()));
            }
        }
        List<RecordRef> extra =
                ours.keySet().stream().map(id -> new RecordRef(kind, id)).toList();
        return new Difference(other, extra);
    }

    /**
     * Takes away what is here and not in scope there, save what an unsent change of ours is about: that goes once it was
     * sent.
     *
     * @return how many records went
     */
    long remove(List<RecordRef> extra) throws StoreException {
        if (extra.isEmpty()) {
            return 0;
        }
        Set<UUID> unneeded = extra.stream().map(RecordRef::id).collect(Collectors.toSet());
        Set<UUID> kept = new HashSet<>();
        for (PendingOperation pending : outbox.pending()) {
            Set<UUID> about = new HashSet<>();
            about.add(pending.operation().entityId());
            referred(pending.operation(), about);
            about.retainAll(unneeded);
            kept.addAll(about);
            if (!about.isEmpty()) {
                keepers.add(pending.operation().id());
            }
        }
        List<RecordRef> gone =
                extra.stream().filter(ref -> !kept.contains(ref.id())).toList();
        for (int from = 0; from < gone.size(); from += REMOVED_AT_ONCE) {
            replica.heal(List.of(), gone.subList(from, Math.min(gone.size(), from + REMOVED_AT_ONCE)));
        }
        return gone.size();
    }

    /**
     * Whether a change that has kept something here was sent or given up since the last call, so that a comparison would
     * take away what it has kept.
     */
    boolean mayRemoveMore() throws StoreException {
        if (keepers.isEmpty()) {
            return false;
        }
        Set<UUID> waiting = outbox.pending().stream()
                .map(pending -> pending.operation().id())
                .collect(Collectors.toSet());
        return keepers.retainAll(waiting);
    }

    /** A note that was not sent yet keeps its ticket here. */
    private static void referred(Operation operation, Set<UUID> into) {
        operation.changes().stream()
                .filter(change -> change.field().endsWith("Id") && change.newValue() instanceof String)
                .map(change -> String.valueOf(change.newValue()))
                .filter(LiveIds::isId)
                .map(UUID::fromString)
                .forEach(into::add);
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }
}
