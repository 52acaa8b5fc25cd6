package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.waystation.store.StoreException;

/**
 * Tables of generations that are not current: those that a snapshot has replaced, and those of one that was cut off. They
 * are emptied in small steps, since dropping a large table at once would make an edit wait.
 */
final class Leftovers {

    private static final int ROWS_A_STEP = 5_000;
    private static final String PREFIX = "record_";

    private final Set<Generation> filling = ConcurrentHashMap.newKeySet();

    /** Keeps a generation that a snapshot is filling. */
    void spare(Generation generation) {
        filling.add(generation);
    }

    void release(Generation generation) {
        filling.remove(generation);
    }

    /** A number that no generation in the file has. */
    static Generation fresh(Session session) throws SQLException, StoreException {
        return generations(session).stream()
                .max((a, b) -> Integer.compare(a.number(), b.number()))
                .map(Generation::next)
                .orElse(new Generation(1));
    }

    /** Clears a little, in a transaction of its own; true where more is left. */
    boolean clearSome(Session session) throws SQLException, StoreException {
        Meta meta = new Meta(session);
        Generation current = meta.generation();
        Optional<Generation> unfinished = meta.unfinished().map(UnfinishedSnapshot::generation);
        Optional<Generation> leftover = generations(session).stream()
                .filter(generation -> !generation.equals(current) && !filling.contains(generation))
                .filter(generation -> !unfinished.equals(Optional.of(generation)))
                .findFirst();
        if (leftover.isEmpty()) {
            return false;
        }
        session.begin();
        try {
            int deleted =
                    session.update("DELETE FROM " + leftover.get().record() + " WHERE rowkey IN (SELECT rowkey FROM "
                            + leftover.get().record() + " LIMIT " + ROWS_A_STEP + ")");
            if (deleted == 0) {
                for (String table : leftover.get().tables()) {
                    session.execute("DROP TABLE IF EXISTS " + table);
                }
            }
            session.commit();
            return true;
        } catch (SQLException | RuntimeException e) {
            session.rollBack();
            throw e;
        }
    }

    private static List<Generation> generations(Session session) throws SQLException, StoreException {
        return session.list(
                "SELECT CAST(substr(name, " + (PREFIX.length() + 1) + ") AS INTEGER) FROM sqlite_master WHERE type = "
                        + "'table' AND name GLOB '" + PREFIX + "[0-9]*'",
                row -> new Generation(row.getInt(1)));
    }
}
