package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.waystation.store.RowOrder;
import org.waystation.store.StoreException;
import org.waystation.store.internal.Database.Snapshot;

/** The order of a query as row keys of one generation, 4 bytes each. */
final class StoredOrder implements RowOrder {

    private final Database database;
    private final Generation generation;
    private final int[] order;

    StoredOrder(Database database, Generation generation, int[] order) {
        this.database = database;
        this.generation = generation;
        this.order = order;
    }

    static StoredOrder own(RowOrder order) {
        if (order instanceof StoredOrder stored) {
            return stored;
        }
        throw new IllegalArgumentException("This order is not from this store.");
    }

    Generation generation() {
        return generation;
    }

    int[] keys(int from, int to) {
        return Arrays.copyOfRange(order, from, to);
    }

    @Override
    public int size() {
        return order.length;
    }

    @Override
    public int indexOf(UUID id) throws StoreException {
        Optional<Integer> key = database.read(snapshot -> key(snapshot, id));
        if (key.isPresent()) {
            for (int i = 0; i < order.length; i++) {
                if (order[i] == key.get()) {
                    return i;
                }
            }
        }
        return -1;
    }

    private Optional<Integer> key(Snapshot snapshot, UUID id) throws SQLException, StoreException {
        if (!snapshot.generation().equals(generation)) {
            return Optional.empty();
        }
        return snapshot.session()
                .first(
                        "SELECT rowkey FROM " + generation.record() + " WHERE id = ?",
                        row -> row.getInt(1),
                        Ids.bytes(id));
    }
}
