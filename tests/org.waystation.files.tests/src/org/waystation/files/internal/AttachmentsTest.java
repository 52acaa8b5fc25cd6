package org.waystation.files.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.files.AttachedFile;
import org.waystation.api.files.AttachmentException;
import org.waystation.api.files.AttachmentService;
import org.waystation.api.files.ContentState;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.Operation;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.edit.Me;
import org.waystation.store.live.Background;

class AttachmentsTest {

    private static final EntityKind TICKET = EntityKind.TICKET;

    @TempDir
    Path folder;

    private final RecordRef ticket = new RecordRef(TICKET, UUID.randomUUID());
    private final UUID company = UUID.randomUUID();
    private final MemoryTransfer server = new MemoryTransfer();
    private final BlockingQueue<List<AttachedFile>> shown = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private LocalStore store;
    private Transfers transfers;
    private AttachmentService files;

    @BeforeEach
    void open() throws Exception {
        store = LocalStore.open(folder.resolve("store"), new byte[32]);
        try (SnapshotWriter writer = store.replica().beginSnapshot("e")) {
            writer.write(List.of(
                    record(TICKET, ticket.id(), 1, Map.of("subject", "Printer", "companyId", company.toString()))));
            writer.complete("c");
        }
        start();
    }

    private void start() {
        Background background = new Background();
        Contents contents = new Contents(store.records());
        TransferBoard board = new TransferBoard();
        transfers = new Transfers(
                store.uploads(),
                store.records(),
                board,
                new ContentUpload(store.uploads(), store.blobs(), board),
                new ContentDownload(contents, store.blobs(), board),
                new ContentOffer(contents, store.blobs()));
        files = new LocalAttachmentService(
                background,
                store.records(),
                store.blobs(),
                contents,
                new AttachmentEdits(
                        contents,
                        store.blobs(),
                        store.uploads(),
                        store.outbox(),
                        new Me(store.replica()),
                        new ContentGate()),
                new AttachedFiles(store.records(), contents, store.outbox(), store.uploads(), store.blobs(), board),
                board,
                transfers);
        LiveValue followed = files.follow(ticket, Runnable::run, shown::add);
        toClose.add(followed::close);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : toClose) {
            each.close();
        }
        transfers.close();
        store.close();
    }

    @Test
    void anAttachedFileIsHereAtOnceAndItsOperationWaitsForTheContent() throws Exception {
        byte[] content = content(200_000);
        UUID id = done(files.attach(ticket, "photo.png", content));

        AttachedFile file = await(list -> list.size() == 1).getFirst();
        assertEquals("photo.png", file.attachment().name());
        assertEquals("image/png", file.attachment().mediaType());
        assertEquals(new ContentState.LocalOnly(), file.content());
        assertTrue(file.unsynced());
        assertArrayEquals(content, read(id));
        assertEquals(List.of(), store.outbox().ready(10), "nothing goes before the content has gone");
        assertEquals(1, store.outbox().pending(ticket).size(), "it shows at its ticket");
    }

    @Test
    void theContentGoesAndTheOperationFollows() throws Exception {
        byte[] content = content(200_000);
        done(files.attach(ticket, "photo.png", content));
        transfers.bindBackend(server.backend());

        await(list -> list.size() == 1 && list.getFirst().content() instanceof ContentState.Uploaded);
        assertArrayEquals(content, server.complete.get(MemoryTransfer.sha256(content)));
        List<Operation> ready = store.outbox().ready(10);
        assertEquals(1, ready.size());
        assertEquals(EntityKind.ATTACHMENT, ready.getFirst().kind());
    }

    @Test
    void aBrokenUploadGoesOnWhereTheServerStands() throws Exception {
        byte[] content = content(500_000);
        server.breakAfter(260_000);
        done(files.attach(ticket, "log.zip", content));
        transfers.bindBackend(server.backend());
        await(list -> list.size() == 1 && list.getFirst().content() instanceof ContentState.Uploaded);
        assertEquals(content.length, server.bytesSent, "no byte went twice");
    }

    @Test
    void anUploadGoesOnAfterARestartEvenWhereTheServerForgotItsPlace() throws Exception {
        byte[] content = content(300_000);
        server.goDownAfter(100_000);
        done(files.attach(ticket, "log.zip", content));
        transfers.bindBackend(server.backend());
        await(list -> server.bytesSent == 100_000 && list.getFirst().content() instanceof ContentState.LocalOnly);
        close();
        toClose.clear();
        shown.clear();
        server.forgetPlaces();
        server.comeBack();
        store = LocalStore.open(folder.resolve("store"), new byte[32]);
        start();
        transfers.bindBackend(server.backend());
        await(list -> list.size() == 1 && list.getFirst().content() instanceof ContentState.Uploaded);
        assertArrayEquals(content, server.complete.get(MemoryTransfer.sha256(content)));
    }

    @Test
    void whatTheServerRefusesIsShownWithItsReasonAndKept() throws Exception {
        server.refuse(new BackendException(BackendException.Cause.REFUSED, "Too large for this server."));
        transfers.bindBackend(server.backend());
        UUID id = done(files.attach(ticket, "log.zip", content(10)));
        await(list -> list.size() == 1
                && list.getFirst().content().equals(new ContentState.Failed(true, "Too large for this server.")));
        assertEquals(10, read(id).length);
    }

    @Test
    void oneThatWasNeverSentLeavesNothing() throws Exception {
        UUID id = done(files.attach(ticket, "log.zip", content(10)));
        done(files.remove(id));
        await(List::isEmpty);
        assertEquals(List.of(), store.outbox().pending());
        assertEquals(List.of(), store.uploads().waiting());
    }

    @Test
    void oneOfTheServersIsRemovedByAnOperation() throws Exception {
        UUID id = arrive(content(10));
        done(files.remove(id));
        await(List::isEmpty);
        assertEquals(Operation.Type.DELETE, store.outbox().ready(1).getFirst().type());
    }

    @Test
    void aFileOfTheServersIsFetchedOnceAndGoesOnAfterABreak() throws Exception {
        byte[] content = content(400_000);
        UUID id = arrive(content);
        await(list -> list.size() == 1 && list.getFirst().content() instanceof ContentState.NotDownloaded);
        assertEquals(AttachmentException.Reason.NOT_HERE, refused(files.open(id)));
        assertEquals(AttachmentException.Reason.SERVER, refused(files.fetch(id)), "there is no connection");

        transfers.bindBackend(server.backend());
        server.breakAfter(250_000);
        assertEquals(AttachmentException.Reason.SERVER, refused(files.fetch(id)));
        await(list -> list.getFirst().content() instanceof ContentState.Failed);
        done(files.fetch(id));
        await(list -> list.getFirst().content() instanceof ContentState.Uploaded);
        assertArrayEquals(content, read(id));
        assertTrue(server.bytesFetched < content.length + 70_000, "only the last piece came twice");
        long before = server.bytesFetched;
        done(files.fetch(id));
        assertEquals(before, server.bytesFetched);
    }

    @Test
    void aFetchedFileThatIsAnotherOneIsRefused() throws Exception {
        byte[] content = content(100);
        UUID id = arrive(content);
        server.attached.put(id, content(101));
        transfers.bindBackend(server.backend());
        assertEquals(AttachmentException.Reason.DAMAGED, refused(files.fetch(id)));
        server.attached.put(id, new byte[100]);
        assertEquals(AttachmentException.Reason.DAMAGED, refused(files.fetch(id)));
    }

    @Test
    void aSavedFileIsReadableAndNotExecutable() throws Exception {
        UUID id = done(files.attach(ticket, "run.sh", content(10)));
        Path target = folder.resolve("saved.sh");
        done(files.save(id, target));
        assertArrayEquals(content(10), Files.readAllBytes(target));
        assertFalse(Files.isExecutable(target));
    }

    @Test
    void namesThatHideSomethingAreRefused() {
        for (String name : List.of("", "..", "a/b", "a\\b", "c:d", "gpj.\u202Eexe", "zero\u200Bwidth", "dots.")) {
            assertEquals(
                    AttachmentException.Reason.NAME, refused(files.attach(ticket, name, content(1))), "name: " + name);
        }
    }

    @Test
    void aFileForARecordThatIsNotHereIsRefused() {
        RecordRef nowhere = new RecordRef(TICKET, UUID.randomUUID());
        assertEquals(AttachmentException.Reason.NOT_FOUND, refused(files.attach(nowhere, "a", content(1))));
    }

    private UUID arrive(byte[] content) throws Exception {
        UUID id = UUID.randomUUID();
        server.attached.put(id, content);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("ownerKind", "ticket");
        data.put("ownerId", ticket.id().toString());
        data.put("name", "theirs.bin");
        data.put("sha256", MemoryTransfer.sha256(content));
        data.put("size", content.length);
        data.put("mediaType", "application/octet-stream");
        store.replica()
                .apply(new ChangePage(
                        "e", "c2", false, List.of(record(EntityKind.ATTACHMENT, id, 1, data)), List.of()));
        return id;
    }

    private static EntityRecord record(EntityKind kind, UUID id, long version, Map<String, ? extends Object> data) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(data);
        return new EntityRecord(kind, id, version, version, fields);
    }

    private byte[] read(UUID id) throws Exception {
        try (InputStream in = done(files.open(id))) {
            return in.readAllBytes();
        }
    }

    private List<AttachedFile> await(Predicate<List<AttachedFile>> condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            List<AttachedFile> list = shown.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertTrue(list != null, "it never came to that");
            if (condition.test(list)) {
                return list;
            }
        }
    }

    private static <T> T done(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static AttachmentException.Reason refused(CompletionStage<?> stage) {
        ExecutionException failure = assertThrows(ExecutionException.class, () -> done(stage));
        return assertInstanceOf(AttachmentException.class, failure.getCause()).reason();
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
