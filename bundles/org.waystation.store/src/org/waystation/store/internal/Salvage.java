package org.waystation.store.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.sync.Operation;
import org.waystation.store.StoreException;

/** Takes unsent operations out of a damaged database, one by one, so that a bad page costs only what is on it. */
final class Salvage {

    private static final Logger LOG = System.getLogger(Salvage.class.getName());

    /** Where the counter of turns cannot be read, looking further than this is not worth the wait. */
    private static final long TURNS_TRIED = 100_000;

    private final CipherFile damaged;

    Salvage(CipherFile damaged) {
        this.damaged = damaged;
    }

    /** Copies what can be read into a new database; returns how many operations that were. */
    int into(Session fresh, byte[] key) throws StoreException {
        Map<Operation, UUID> found = read(key);
        try {
            fresh.begin();
            OperationTable operations = new OperationTable(fresh);
            for (Map.Entry<Operation, UUID> entry : found.entrySet()) {
                operations.add(entry.getKey(), entry.getValue());
            }
            restoreCreated(fresh, found);
            copyDocuments(fresh, key);
            fresh.commit();
            return found.size();
        } catch (SQLException e) {
            throw new StoreException(
                    StoreException.Reason.OTHER,
                    "Unsent changes were found in the damaged data but could not be taken over: " + e.getMessage(),
                    e);
        }
    }

    private void copyDocuments(Session fresh, byte[] key) {
        try (Session old = damaged.openReader(key)) {
            DocumentTable.salvage(old, fresh);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "What this machine alone knows cannot be read from the damaged data.", e);
        }
    }

    /** Records that only this machine has are shown again at once; others once the server has sent them. */
    private static void restoreCreated(Session fresh, Map<Operation, UUID> found) throws SQLException, StoreException {
        Generation generation = new Meta(fresh).generation();
        Transaction transaction = new Transaction(fresh, generation, RowKeys.of(fresh, generation));
        for (Operation operation : found.keySet()) {
            transaction.rebuild(operation.ref());
        }
    }

    private Map<Operation, UUID> read(byte[] key) {
        Map<Operation, UUID> found = new LinkedHashMap<>();
        try (Session session = damaged.openReader(key)) {
            long last = lastTurn(session);
            for (long turn = 1; turn <= last; turn++) {
                read(session, turn, found);
            }
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "Nothing can be read from the damaged data any more.", e);
        }
        return found;
    }

    private static long lastTurn(Session session) {
        try {
            return session.first("SELECT seq FROM sqlite_sequence WHERE name = 'operation'", row -> row.getLong(1))
                    .orElse(0L);
        } catch (SQLException | StoreException e) {
            LOG.log(Level.WARNING, "The number of unsent changes cannot be read; trying the first ones.", e);
            return TURNS_TRIED;
        }
    }

    private static void read(Session session, long turn, Map<Operation, UUID> found) {
        try {
            Optional<Map.Entry<Operation, UUID>> entry = session.first(
                    "SELECT body, root FROM operation WHERE turn = ?",
                    row -> Map.entry(OperationCodec.operation(row.getBytes(1)), Ids.uuid(row.getBytes(2))),
                    turn);
            entry.ifPresent(e -> found.put(e.getKey(), e.getValue()));
        } catch (SQLException | StoreException | RuntimeException e) {
            LOG.log(Level.WARNING, "An unsent change cannot be read from the damaged data.", e);
        }
    }
}
