package org.waystation.simulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica;
import org.waystation.store.StoreException;
import org.waystation.store.blob.Blob;
import org.waystation.store.blob.KeyOwner;
import org.waystation.store.blob.Uploads;

/**
 * The work of a process that is killed: it edits, attaches files, has edits settled, takes in pages of changes and whole
 * snapshots, or brings an older store forward, and says on its output what it begins and what it was told is saved. Whoever
 * kills it holds the store against those words.
 */
public final class KilledWork {

    static final byte[] KEY = new byte[32];

    /** Of the stores of older formats. */
    static final byte[] FORMATS_KEY = formatsKey();

    /** Bytes of each attached file: some chunks of the encrypted file. */
    static final int FILE_SIZE = 200_000;

    static final String EPOCH = "one";

    /** Rows of the server that a snapshot brings, beside those of the pages. */
    static final int ROWS = 300;

    private static final int PAGE = 20;

    private final LocalStore store;
    private long sequence;
    private long operations;

    private KilledWork(LocalStore store) {
        this.store = store;
    }

    /** @param arguments the store's folder, and where sequences and operations begin; without those it only opens */
    public static void main(String[] arguments) throws IOException {
        System.out.println("opening");
        if (arguments.length == 1) {
            LocalStore.open(Path.of(arguments[0]), FORMATS_KEY).close();
            System.out.println("usable 0");
            return;
        }
        long began = System.nanoTime();
        KilledWork work = new KilledWork(LocalStore.open(Path.of(arguments[0]), KEY));
        work.store.outbox().pending();
        System.out.println("usable " + (System.nanoTime() - began) / 1_000_000);
        work.sequence = Long.parseLong(arguments[1]);
        work.operations = Long.parseLong(arguments[2]);
        if (work.store.replica().position().isEmpty()
                || work.store.replica().unfinished().isPresent()) {
            work.snapshot();
        }
        System.out.println("ready");
        for (int turn = 0; ; turn++) {
            System.out.println("edit");
            work.edit();
            System.out.println("attachment");
            work.attach();
            System.out.println("page");
            work.page();
            System.out.println("self-check");
            work.heal();
            if (turn % 3 == 2) {
                System.out.println("resync");
                work.snapshot();
            }
        }
    }

    private void edit() throws StoreException {
        List<Operation> saved = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Operation operation = note(++operations);
            store.outbox().commit(List.of(operation));
            System.out.println("saved " + operations);
            saved.add(operation);
        }
        Operation first = saved.getFirst();
        System.out.println("settling " + (operations - 3));
        store.outbox()
                .settle(List.of(new OperationResult.Applied(
                        first.id(),
                        new EntityRecord(first.kind(), first.entityId(), 1, ++sequence, Map.of("body", "done")))));
    }

    /** The content first, then its record, its operation and that it waits for the content, in one transaction. */
    private void attach() throws IOException {
        long number = ++operations;
        Blob blob = store.blobs().put(KeyOwner.PROFILE, new ByteArrayInputStream(content(number)), FILE_SIZE);
        Operation operation = attachment(number, blob);
        store.outbox().commit(List.of(operation), Map.of(operation.id(), blob));
        System.out.println("attached " + number);
        for (Uploads.Upload upload : store.uploads().waiting()) {
            if (!upload.operationId().equals(operation.id())) {
                store.outbox().discard(upload.operationId()); // so that they do not grow without end
                store.blobs().delete(upload.blob());
            }
        }
    }

    static byte[] content(long number) {
        byte[] content = new byte[FILE_SIZE];
        new Random(number).nextBytes(content);
        return content;
    }

    private void page() throws StoreException {
        List<EntityRecord> records = new ArrayList<>();
        for (int i = 0; i < PAGE; i++) {
            records.add(row(i, ++sequence));
        }
        store.replica().apply(new ChangePage(EPOCH, Long.toString(sequence), false, records, List.of()));
    }

    private void snapshot() throws StoreException {
        Optional<Replica.Unfinished> unfinished = store.replica().unfinished();
        // The mark says from which row on, and of which sequence all of them are.
        String[] mark = unfinished
                .map(Replica.Unfinished::mark)
                .orElse("0 " + ++sequence)
                .split(" ");
        int from = Integer.parseInt(mark[0]);
        long at = Long.parseLong(mark[1]);
        sequence = Math.max(sequence, at);
        try (Replica.SnapshotWriter writer = unfinished.isPresent()
                ? store.replica().resumeSnapshot()
                : store.replica().beginSnapshot(EPOCH)) {
            for (int i = from; i < ROWS; i++) {
                writer.write(List.of(row(i, at)));
                if (i % 100 == 99) {
                    writer.mark((i + 1) + " " + at, i + 1L);
                }
            }
            writer.complete(Long.toString(at));
        }
    }

    /** What the self-check does: a row is put right to what it is already, whatever else goes on. */
    private void heal() throws StoreException {
        EntityRecord row = store.records().all(EntityKind.TICKET).getFirst();
        store.replica().heal(List.of(row), List.of());
        store.replica().digests();
    }

    /** The row says in itself which sequence it is of. */
    private static EntityRecord row(int number, long sequence) {
        return new EntityRecord(
                EntityKind.TICKET,
                id(1, number),
                sequence,
                sequence,
                Map.of("subject", "at " + sequence, "status", "new", "priority", "p3"));
    }

    static Operation note(long number) {
        return new Operation(
                id(2, number),
                Operation.Type.CREATE,
                EntityKind.NOTE,
                id(3, number),
                0,
                List.of(
                        new FieldChange("ticketId", null, id(1, number % ROWS).toString()),
                        new FieldChange("body", null, "note " + number)),
                List.of(),
                Instant.EPOCH);
    }

    private static Operation attachment(long number, Blob blob) {
        return new Operation(
                id(2, number),
                Operation.Type.CREATE,
                EntityKind.ATTACHMENT,
                id(4, number),
                0,
                List.of(
                        new FieldChange("ownerKind", null, "ticket"),
                        new FieldChange("ownerId", null, id(1, number % ROWS).toString()),
                        new FieldChange("name", null, "file-" + number),
                        new FieldChange("sha256", null, blob.sha256()),
                        new FieldChange("size", null, blob.size())),
                List.of(),
                Instant.EPOCH);
    }

    private static byte[] formatsKey() {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        return key;
    }

    static UUID id(int what, long number) {
        return new UUID(0x0198_0000_0000_7000L + what, 0x8000_0000_0000_0000L | number);
    }
}
