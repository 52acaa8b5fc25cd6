package org.waystation.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.files.AttachmentService;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ContentTransfer;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.files.internal.LiveFiles;

/** On the real server: a file attached on one machine arrives on another, over connections that break both ways. */
class FilesTest {

    private static final int SIZE = 20_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void aFileComesToAnotherMachineWhole() throws Exception {
        byte[] content = new byte[SIZE];
        new Random(5).nextBytes(content);
        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), "small")) {
            UUID attachment;
            Breaks up = new Breaks(LiveMachine.backend(server.url(), server.token()));
            try (LiveMachine machine =
                            LiveMachine.start(folder.resolve("one"), server.url(), server.token(), backend -> backend);
                    LiveFiles files = new LiveFiles(machine.store(), up)) {
                assertTrue(machine.awaitUpToDate(PATIENCE));
                attachment = done(files.service(), ticket(machine), content);
                long end = System.nanoTime() + PATIENCE.toNanos();
                while (!machine.store().outbox().pending().isEmpty() && System.nanoTime() < end) {
                    LockSupport.parkNanos(20_000_000);
                }
                assertEquals(0, machine.store().outbox().pending().size(), "content and record went");
            }
            assertTrue(up.broke.get());
            assertTrue(up.sent.get() < SIZE + 9_000_000, "what had arrived did not go again: " + up.sent.get());

            Breaks down = new Breaks(LiveMachine.backend(server.url(), server.token()));
            try (LiveMachine machine =
                            LiveMachine.start(folder.resolve("two"), server.url(), server.token(), backend -> backend);
                    LiveFiles files = new LiveFiles(machine.store(), down)) {
                assertTrue(machine.awaitUpToDate(PATIENCE));
                assertThrows(ExecutionException.class, () -> fetch(files.service(), attachment), "it broke");
                fetch(files.service(), attachment);
                assertTrue(down.fetched.get() < SIZE + 100_000, "it went on where it ended: " + down.fetched.get());
                try (InputStream arrived =
                        files.service().open(attachment).toCompletableFuture().get(1, TimeUnit.MINUTES)) {
                    assertArrayEquals(content, arrived.readAllBytes());
                }
            }
        }
    }

    private static RecordRef ticket(LiveMachine machine) throws IOException {
        TicketQuery all = TicketQuery.myQueue().withFilter(TicketFilter.all());
        return new RecordRef(
                EntityKind.TICKET,
                machine.store()
                        .tickets()
                        .first(all, Optional.empty(), 1)
                        .getFirst()
                        .id());
    }

    private static UUID done(AttachmentService files, RecordRef ticket, byte[] content) throws Exception {
        return files.attach(ticket, "log.bin", content).toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    private static void fetch(AttachmentService files, UUID id) throws Exception {
        files.fetch(id).toCompletableFuture().get(2, TimeUnit.MINUTES);
    }

    /** The first way up ends after 9 MB, the first way down after 5 MB. */
    private static final class Breaks extends ForwardingBackend implements ContentTransfer {

        private final ContentTransfer real;
        private final AtomicBoolean broke = new AtomicBoolean();
        private final AtomicLong sent = new AtomicLong();
        private final AtomicLong fetched = new AtomicLong();

        Breaks(Backend inner) {
            super(inner);
            real = inner.contents().orElseThrow();
        }

        @Override
        public Optional<ContentTransfer> contents() {
            return Optional.of(this);
        }

        @Override
        public void upload(Outgoing content) throws BackendException, IOException {
            AtomicLong last = new AtomicLong(-1);
            real.upload(new Outgoing() {
                @Override
                public String sha256() {
                    return content.sha256();
                }

                @Override
                public long size() {
                    return content.size();
                }

                @Override
                public Optional<String> location() {
                    return content.location();
                }

                @Override
                public void located(Optional<String> location) throws IOException {
                    content.located(location);
                }

                @Override
                public InputStream open(long from) throws IOException {
                    last.set(from);
                    return content.open(from);
                }

                @Override
                public void sent(long bytes) {
                    content.sent(bytes);
                    long before = last.getAndSet(bytes);
                    sent.addAndGet(before < 0 ? 0 : Math.max(0, bytes - before)); // the first says where it goes on
                    if (bytes > 9_000_000 && broke.compareAndSet(false, true)) {
                        throw new java.io.UncheckedIOException(new IOException("The line is cut."));
                    }
                }
            });
        }

        @Override
        public void download(UUID attachmentId, long from, Sink sink) throws BackendException, IOException {
            real.download(attachmentId, from, (bytes, offset, length) -> {
                if (fetched.get() > 5_000_000 && broke.compareAndSet(false, true)) {
                    throw new IOException("The line is cut.");
                }
                fetched.addAndGet(length);
                sink.write(bytes, offset, length);
            });
        }
    }
}
