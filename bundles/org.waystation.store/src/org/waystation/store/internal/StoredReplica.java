package org.waystation.store.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.Digest;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.Stamp;
import org.waystation.store.Replica;
import org.waystation.store.StoreException;
import org.waystation.store.internal.Database.Durability;

/** The copy of the server's records in the database. */
@Component(service = Replica.class)
public final class StoredReplica implements Replica {

    private final Database database;

    @Activate
    public StoredReplica(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Optional<Position> position() throws StoreException {
        return database.read(snapshot -> new Meta(snapshot.session()).position());
    }

    @Override
    public void apply(ChangePage page) throws StoreException {
        // A page that a loss of power undoes comes again, since its cursor is undone with it.
        database.write(Durability.NORMAL, transaction -> {
            Position position = transaction.meta().position().orElse(new Position("", ""));
            if (!position.epoch().equals(page.epoch())) {
                throw new IllegalStateException("A page of history '" + page.epoch() + "' does not fit a replica of '"
                        + position.epoch() + "': take a snapshot.");
            }
            for (EntityRecord record : page.records()) {
                transaction.putServer(record);
            }
            for (RecordRef ref : page.deleted()) {
                transaction.removeServer(ref);
            }
            for (RecordRef ref : page.left()) {
                transaction.removeServer(ref);
            }
            transaction.meta().savePosition(new Position(page.epoch(), page.cursor(), position.scope()));
            return true;
        });
    }

    @Override
    public SnapshotWriter beginSnapshot(String epoch, String scope) throws StoreException {
        return position().isEmpty()
                ? FirstSnapshot.begin(database, epoch, scope)
                : NewerSnapshot.begin(database, epoch, scope);
    }

    @Override
    public Optional<Unfinished> unfinished() throws StoreException {
        return database.read(
                snapshot -> new Meta(snapshot.session()).unfinished().map(UnfinishedSnapshot::seen));
    }

    @Override
    public SnapshotWriter resumeSnapshot() throws StoreException {
        UnfinishedSnapshot unfinished = database.read(snapshot -> new Meta(snapshot.session()).unfinished())
                .orElseThrow(() -> new IllegalStateException("There is no snapshot to go on with."));
        return position().isEmpty()
                ? FirstSnapshot.resume(database, unfinished)
                : NewerSnapshot.resume(database, unfinished);
    }

    @Override
    public void abandonSnapshot() throws StoreException {
        database.write(Durability.NORMAL, transaction -> {
            transaction.meta().forgetUnfinished();
            return true;
        });
        database.clearLeftovers();
    }

    @Override
    public void take(List<EntityRecord> records) throws StoreException {
        database.write(Durability.NORMAL, transaction -> {
            for (EntityRecord record : records) {
                transaction.putServer(record);
            }
            return true;
        });
    }

    @Override
    public void heal(List<EntityRecord> records, List<RecordRef> gone) throws StoreException {
        database.write(Durability.NORMAL, transaction -> {
            for (EntityRecord record : records) {
                transaction.replaceServer(record);
            }
            for (RecordRef ref : gone) {
                transaction.removeServer(ref);
            }
            return true;
        });
    }

    @Override
    public void saveScope(String scope) throws StoreException {
        database.write(Durability.FULL, transaction -> {
            transaction.meta().saveScope(scope);
            return true;
        });
    }

    @Override
    public Map<EntityKind, Digest> digests() throws StoreException {
        return database.read(snapshot -> {
            Map<EntityKind, Digest> digests = new HashMap<>();
            snapshot.session()
                    .each(
                            "SELECT kind, id, version, seq FROM "
                                    + snapshot.generation().record() + " WHERE version > 0 AND gone = 0",
                            row -> digests.merge(
                                    new EntityKind(row.getString(1)),
                                    Digest.NONE.plus(
                                            Ids.uuid(row.getBytes(2)), new Stamp(row.getLong(3), row.getLong(4))),
                                    Digest::plus));
            return digests;
        });
    }

    @Override
    public Map<UUID, Long> versions(EntityKind kind) throws StoreException {
        Map<UUID, Long> versions = new HashMap<>();
        stamps(kind).forEach((id, stamp) -> versions.put(id, stamp.version()));
        return versions;
    }

    @Override
    public Map<UUID, Stamp> stamps(EntityKind kind) throws StoreException {
        return database.read(snapshot -> {
            Map<UUID, Stamp> stamps = new HashMap<>();
            String sql = "SELECT id, version, seq FROM " + snapshot.generation().record()
                    + " WHERE kind = ? AND version > 0 AND gone = 0"
                    + (Generation.isSmall(kind) ? " AND " + Generation.SMALL_KINDS_SQL : "");
            snapshot.session()
                    .each(
                            sql,
                            row -> stamps.put(Ids.uuid(row.getBytes(1)), new Stamp(row.getLong(2), row.getLong(3))),
                            kind.code());
            return stamps;
        });
    }

    @Override
    public Optional<ServerSession> session() throws StoreException {
        return database.read(snapshot -> new Meta(snapshot.session()).serverSession());
    }

    @Override
    public void saveSession(ServerSession session) throws StoreException {
        database.write(Durability.FULL, transaction -> {
            transaction.meta().save(session);
            return true;
        });
    }
}
