package org.waystation.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.StoreException;

/** A store in a folder of a test. */
final class StoreFixture {

    static final byte[] KEY = key(7);

    private StoreFixture() {}

    static byte[] key(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return key;
    }

    static Database database(Path folder, ThreadGuard guard, Commits commits) {
        return Database.in(folder, CompletableFuture.completedFuture(KEY.clone()), guard, commits, new StoreNews());
    }

    static void snapshot(LocalStore store, String epoch, String cursor, EntityRecord... records) throws StoreException {
        try (SnapshotWriter writer = store.replica().beginSnapshot(epoch)) {
            writer.write(List.of(records));
            writer.complete(cursor);
        }
    }

    static EntityRecord ticket(LocalStore store, UUID id) throws StoreException {
        return store.records().find(new RecordRef(EntityKind.TICKET, id)).orElseThrow();
    }

    static Object field(LocalStore store, UUID ticket, String field) throws StoreException {
        return String.valueOf(ticket(store, ticket).data().get(field));
    }

    /** What a loss of power at this moment would leave: the files as they are, without any closing. */
    static Path imageOf(Path folder, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().endsWith("-shm")) { // rebuilt from the journal
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
        return to;
    }
}
