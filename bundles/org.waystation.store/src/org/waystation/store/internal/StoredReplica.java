package org.waystation.store.internal;

import java.util.HashMap;
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
import org.waystation.api.sync.ServerSession;
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
            String epoch = transaction.meta().position().map(Position::epoch).orElse("");
            if (!epoch.equals(page.epoch())) {
                throw new IllegalStateException("A page of history '" + page.epoch() + "' does not fit a replica of '"
                        + epoch + "': take a snapshot.");
            }
            for (EntityRecord record : page.records()) {
                transaction.putServer(record);
            }
            for (RecordRef ref : page.deleted()) {
                transaction.removeServer(ref);
            }
            transaction.meta().savePosition(new Position(page.epoch(), page.cursor()));
            return true;
        });
    }

    @Override
    public SnapshotWriter beginSnapshot(String epoch) throws StoreException {
        return position().isEmpty() ? FirstSnapshot.begin(database, epoch) : NewerSnapshot.begin(database, epoch);
    }

    @Override
    public Map<UUID, Long> versions(EntityKind kind) throws StoreException {
        return database.read(snapshot -> {
            Map<UUID, Long> versions = new HashMap<>();
            String sql = "SELECT id, version FROM " + snapshot.generation().record()
                    + " WHERE kind = ? AND version > 0 AND gone = 0"
                    + (Generation.isSmall(kind) ? " AND " + Generation.SMALL_KINDS_SQL : "");
            for (Map.Entry<UUID, Long> row : snapshot.session()
                    .list(sql, row -> Map.entry(Ids.uuid(row.getBytes(1)), row.getLong(2)), kind.code())) {
                versions.put(row.getKey(), row.getValue());
            }
            return versions;
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
