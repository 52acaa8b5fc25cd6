package org.waystation.files.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.blob.Blob;
import org.waystation.store.blob.KeyOwner;
import org.waystation.store.edit.Me;

/** A company that goes, because it is not taken along any more or was taken from us, leaves neither files nor key. */
class LooseContentsTest {

    private static final long MOST = 1_000_000;
    private static final Duration AT_ONCE = Duration.ofMillis(20);

    @TempDir
    Path folder;

    private final UUID gone = UUID.randomUUID();
    private final UUID stays = UUID.randomUUID();
    private final RecordRef theirTicket = new RecordRef(EntityKind.TICKET, UUID.randomUUID());
    private final RecordRef ourTicket = new RecordRef(EntityKind.TICKET, UUID.randomUUID());
    private final ContentGate gate = new ContentGate();
    private LocalStore store;
    private Contents contents;
    private LooseContents loose;

    @BeforeEach
    void open() throws Exception {
        store = LocalStore.open(folder.resolve("store"), new byte[32]);
        try (SnapshotWriter writer = store.replica().beginSnapshot("e")) {
            writer.write(List.of(
                    record(EntityKind.COMPANY, gone, Map.of("name", "Gone")),
                    record(EntityKind.COMPANY, stays, Map.of("name", "Stays")),
                    ticket(theirTicket, gone),
                    ticket(ourTicket, stays)));
            writer.complete("c");
        }
        contents = new Contents(store.records());
        loose = new LooseContents(
                store.records(),
                store.replica(),
                store.uploads(),
                store.blobs(),
                contents,
                gate,
                AT_ONCE,
                Duration.ofDays(1));
    }

    @AfterEach
    void close() throws Exception {
        loose.close();
        store.close();
    }

    @Test
    void theFilesAndTheKeyOfACompanyThatGoesAreGone() throws Exception {
        EntityRecord theirs = attachment(theirTicket, gone, "theirs");
        EntityRecord ours = attachment(ourTicket, stays, "ours");
        assertEquals(2, files().size());
        assertEquals(Set.of(gone, stays), store.blobs().companies());
        Blob kept = contents.blob(ours.id());

        store.replica().heal(List.of(), List.of(theirs.ref(), theirTicket, new RecordRef(EntityKind.COMPANY, gone)));

        await(() -> files().size() == 1 && store.blobs().companies().equals(Set.of(stays)));
        assertTrue(store.blobs().holds(kept), "what is still in scope stays");
    }

    @Test
    void whatIsOlderThanTheScopeLosesItsFileAndTheCompanyKeepsItsKey() throws Exception {
        EntityRecord old = attachment(theirTicket, gone, "old");
        store.replica().heal(List.of(), List.of(old.ref(), theirTicket));
        await(() -> files().isEmpty());
        assertEquals(Set.of(gone), store.blobs().companies());
    }

    @Test
    void whatWasNotSentYetStaysReadable() throws Exception {
        AttachmentEdits edits = new AttachmentEdits(
                contents, store.blobs(), store.uploads(), store.outbox(), new Me(store.replica()), gate);
        edits.attach(theirTicket, "unsent.txt", new byte[] {1, 2, 3});
        EntityRecord sent = attachment(theirTicket, gone, "sent");

        store.replica().heal(List.of(), List.of(sent.ref(), theirTicket, new RecordRef(EntityKind.COMPANY, gone)));

        await(() -> files().size() == 1);
        assertTrue(store.blobs().holds(store.uploads().waiting().getFirst().blob()));
        assertEquals(Set.of(gone), store.blobs().companies());
    }

    @Test
    void whatIsBeingAttachedIsNotTakenForLoose() throws Exception {
        Lock attaching = gate.attaching();
        attaching.lock();
        try {
            store.blobs().put(KeyOwner.of(stays), new ByteArrayInputStream(new byte[] {9}), MOST);
            store.replica().heal(List.of(), List.of(new RecordRef(EntityKind.COMPANY, gone)));
            LockSupport.parkNanos(10 * AT_ONCE.toNanos());
            assertEquals(1, files().size());
        } finally {
            attaching.unlock();
        }
        await(() -> files().isEmpty()); // which nobody kept in the end
    }

    private EntityRecord attachment(RecordRef owner, UUID company, String text) throws IOException {
        Lock attaching = gate.attaching();
        attaching.lock();
        try {
            return kept(owner, company, text);
        } finally {
            attaching.unlock();
        }
    }

    private EntityRecord kept(RecordRef owner, UUID company, String text) throws IOException {
        Blob blob = store.blobs().put(KeyOwner.of(company), new ByteArrayInputStream(text.getBytes()), MOST);
        EntityRecord record = record(
                EntityKind.ATTACHMENT,
                UUID.randomUUID(),
                Map.of(
                        "ownerKind",
                        owner.kind().code(),
                        "ownerId",
                        owner.id().toString(),
                        "name",
                        text,
                        "sha256",
                        blob.sha256(),
                        "size",
                        blob.size()));
        store.replica().take(List.of(record));
        return record;
    }

    private static EntityRecord ticket(RecordRef ref, UUID company) {
        return record(ref.kind(), ref.id(), Map.of("subject", "Printer", "companyId", company.toString()));
    }

    private static EntityRecord record(EntityKind kind, UUID id, Map<String, ? extends Object> data) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(data);
        return new EntityRecord(kind, id, 1, 1, fields);
    }

    private List<Path> files() throws IOException {
        Path kept = folder.resolve("store").resolve("files");
        if (!Files.isDirectory(kept)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(kept)) {
            return files.toList();
        }
    }

    /** Comes true some time. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.holds()) {
            assertFalse(System.nanoTime() > end, "it never came to that");
            LockSupport.parkNanos(AT_ONCE.toNanos());
        }
    }
}
