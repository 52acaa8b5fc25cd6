package org.waystation.sessions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.audit.AuditEntry;
import org.waystation.api.audit.AuditTrail;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.Fields;
import org.waystation.api.record.RecordRef;
import org.waystation.api.session.HostKeyChange;
import org.waystation.api.session.KnownHosts;
import org.waystation.api.session.Recording;
import org.waystation.api.session.RemoteConnection;
import org.waystation.api.session.RemoteFiles;
import org.waystation.api.session.RemoteSession;
import org.waystation.api.session.SessionFailure;
import org.waystation.api.session.SessionPrompts;
import org.waystation.api.session.SessionProtocol;
import org.waystation.api.session.SessionRecord;
import org.waystation.api.session.SessionRequest;
import org.waystation.api.session.SessionState;
import org.waystation.api.session.SessionTarget;
import org.waystation.api.session.TerminalChannel;
import org.waystation.api.session.TerminalSize;
import org.waystation.api.vault.Credential;
import org.waystation.api.vault.CredentialDraft;
import org.waystation.api.vault.CredentialVault;
import org.waystation.api.vault.Secret;
import org.waystation.sessions.internal.recording.Recordings;
import org.waystation.store.LocalStore;
import org.waystation.store.edit.Me;

class SessionsTest {

    private static final String MARKER = "Numbatoutput";
    private static final UUID TICKET = UUID.randomUUID();
    private static final UUID COMPANY = UUID.randomUUID();

    @TempDir
    Path temp;

    private final List<String> audited = new CopyOnWriteArrayList<>();
    private final List<String> forgotten = new CopyOnWriteArrayList<>();
    private final Echo protocol = new Echo();
    private LocalStore store;
    private SessionThreads threads;
    private Journal journal;
    private Sessions sessions;

    @BeforeEach
    void open() throws Exception {
        store = LocalStore.open(temp.resolve("store"), new byte[32]);
        threads = new SessionThreads();
        journal = new Journal(store.documents(), new MemoryTrail(), threads, store.outbox(), new Me(store.replica()));
        Protocols protocols = new Protocols();
        protocols.addProtocol(protocol);
        Recordings recordings = new Recordings(() -> temp, () -> CompletableFuture.completedFuture(new byte[32]));
        HostKeys hostKeys = new HostKeys();
        hostKeys.addHosts(new OneHost());
        sessions = new Sessions(
                threads,
                protocols,
                hostKeys,
                new NoVault(),
                recordings,
                journal,
                new SessionPlans(store.records(), journal),
                new SessionTickets(store.records(), new Me(store.replica())));
    }

    @AfterEach
    void close() {
        sessions.close();
        threads.close();
        store.close();
    }

    @Test
    void aSessionLivesIsRecordedAndWrittenDown() throws Exception {
        RemoteSession session = live();
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        RemoteSession.Terminal terminal = done(session.openTerminal(TerminalSize.USUAL, sink(seen, closed)));
        terminal.write((MARKER + " grüße\r\n").getBytes(StandardCharsets.UTF_8));
        await(() -> seen.toString(StandardCharsets.UTF_8).contains("grüße"));
        terminal.resize(new TerminalSize(100, 40));
        await(() -> protocol.sizes.contains(new TerminalSize(100, 40)));
        session.end();
        assertInstanceOf(SessionState.Ended.class, session.state());
        assertTrue(closed.get(60, TimeUnit.SECONDS));
        journal.settled().get(60, TimeUnit.SECONDS);

        SessionRecord record = done(sessions.pastOne(session.id())).orElseThrow();
        assertEquals("FS-01", record.title());
        assertTrue(record.recorded());
        assertEquals(List.of(record), done(sessions.past(Optional.of(new RecordRef(EntityKind.TICKET, TICKET)), 10)));
        assertEquals(
                List.of(), done(sessions.past(Optional.of(new RecordRef(EntityKind.TICKET, UUID.randomUUID())), 10)));
        await(() -> sessions.open().isEmpty());
        assertEquals("session.start", audited.getFirst());
        assertEquals("session.end", audited.getLast());
        Fields shared = store.records()
                .find(new RecordRef(EntityKind.REMOTE_SESSION, session.id()))
                .orElseThrow()
                .fields();
        assertEquals(Optional.of(COMPANY), shared.uuid("companyId"));
        assertEquals("fs-01.example:22", shared.text("target"));
        assertEquals(Optional.of(TICKET), shared.uuid("ticketId"));
        assertTrue(shared.instant("endedAt").isPresent());
        assertEquals(1, store.outbox().waitingCount(), "it is on its way to the server");
        await(() -> recorded(session.id()).contains("grüße"));
        assertTrue(
                done(sessions.recording(session.id())).events().stream().anyMatch(Recording.Resized.class::isInstance));
        assertNothingReadable();
    }

    private String recorded(UUID id) {
        try {
            StringBuilder text = new StringBuilder();
            done(sessions.recording(id)).events().forEach(event -> {
                if (event instanceof Recording.Output output) {
                    text.append(output.text());
                }
            });
            return text.toString();
        } catch (Exception e) {
            return "";
        }
    }

    private void assertNothingReadable() throws IOException {
        try (var files = Files.walk(temp)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertTrue(all.stream().anyMatch(file -> file.toString().endsWith(".cast")), "there is a recording");
            for (Path file : all) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(content.contains(MARKER) || content.contains("FS-01"), () -> file + " can be read");
            }
        }
    }

    @Test
    void aDamagedRecordingIsSaidToBeDamaged() throws Exception {
        RemoteSession session = live();
        done(session.openTerminal(TerminalSize.USUAL, sink(new ByteArrayOutputStream(), new CompletableFuture<>())));
        session.end();
        Path file = temp.resolve("recordings").resolve(session.id() + ".cast");
        await(() -> Files.exists(file) && !recordedFails(session.id()));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 1;
        Files.write(file, bytes);
        assertTrue(recordedFails(session.id()));
    }

    private boolean recordedFails(UUID id) {
        try {
            done(sessions.recording(id));
            return false;
        } catch (Exception e) {
            return true;
        }
    }

    @Test
    void aLostSessionIsDownAndComesBack() throws Exception {
        RemoteSession session = live();
        protocol.last().lose();
        await(() -> session.state() instanceof SessionState.Down);
        SessionState.Down down = (SessionState.Down) session.state();
        assertEquals(SessionFailure.Reason.LOST, down.failure().reason());
        session.reconnect();
        await(() -> session.state() instanceof SessionState.Live);
        assertEquals(List.of("session.start", "session.reconnect"), settledAudit());
    }

    @Test
    void aQuestionWaitsForItsAnswerAndEndingGivesUp() throws Exception {
        protocol.asks = true;
        RemoteSession session = sessions.start(request());
        await(() -> session.state() instanceof SessionState.Asking);
        SessionState.Asking question = (SessionState.Asking) session.state();
        session.answer(question, Optional.of("open".toCharArray()));
        await(() -> session.state() instanceof SessionState.Live);
        assertEquals("open", protocol.answered);

        RemoteSession other = sessions.start(request());
        await(() -> other.state() instanceof SessionState.Asking);
        other.end();
        await(() -> sessions.find(other.id()).isEmpty());
    }

    @Test
    void aProtocolThatFailsTakesNoOtherAlong() throws Exception {
        RemoteSession good = live();
        protocol.broken = true;
        RemoteSession bad = sessions.start(request());
        await(() -> bad.state() instanceof SessionState.Down);
        assertInstanceOf(SessionState.Live.class, good.state());
    }

    @Test
    void aChangedHostKeyIsForgottenOnRequestAloneAndTheTrailSaysSo() throws Exception {
        protocol.keyChanged = true;
        RemoteSession session = sessions.start(request());
        await(() -> session.state() instanceof SessionState.Down);
        session.reconnect();
        await(() -> protocol.attempts.get() == 2 && session.state() instanceof SessionState.Down);
        assertEquals(List.of(), forgotten, "connecting again forgets nothing");
        session.forgetHostKey();
        await(() -> session.state() instanceof SessionState.Live);
        assertEquals(List.of("fs-01.example:22"), forgotten);
        assertEquals("host.forget", settledAudit().getFirst());
        session.forgetHostKey();
        assertEquals(1, forgotten.size(), "a live session has nothing to forget");
    }

    private List<String> settledAudit() throws Exception {
        journal.settled().get(60, TimeUnit.SECONDS);
        return audited;
    }

    private RemoteSession live() throws Exception {
        RemoteSession session = sessions.start(request());
        await(() -> session.state() instanceof SessionState.Live);
        return session;
    }

    private static SessionRequest request() {
        SessionTarget target =
                new SessionTarget("telnet", "fs-01.example", 22, "root", Optional.empty(), Optional.empty());
        return new SessionRequest(
                "FS-01", target, Optional.of(COMPANY), Optional.of(UUID.randomUUID()), Optional.of(TICKET), true);
    }

    private static RemoteSession.TerminalSink sink(ByteArrayOutputStream seen, CompletableFuture<Boolean> closed) {
        return new RemoteSession.TerminalSink() {
            @Override
            public void output(byte[] bytes, int length) {
                seen.write(bytes, 0, length);
            }

            @Override
            public void closed() {
                closed.complete(true);
            }
        };
    }

    private static <T> T done(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    /** A condition that may look at files. */
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited too long");
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Knows one host until it is forgotten. */
    private final class OneHost implements KnownHosts {

        @Override
        public CompletionStage<List<KnownHost>> all() {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletionStage<Void> forget(String address) {
            forgotten.add(address);
            protocol.keyChanged = false;
            return CompletableFuture.completedFuture(null);
        }
    }

    /** A protocol whose terminals print what is typed. */
    private static final class Echo implements SessionProtocol {

        private final List<EchoConnection> made = new CopyOnWriteArrayList<>();
        private final List<TerminalSize> sizes = new CopyOnWriteArrayList<>();
        private volatile boolean asks;
        private volatile boolean broken;
        private volatile boolean keyChanged;
        private final AtomicInteger attempts = new AtomicInteger();
        private volatile String answered = "";

        @Override
        public String id() {
            return "telnet";
        }

        @Override
        public String label() {
            return "Echo";
        }

        @Override
        public int defaultPort() {
            return 7;
        }

        @Override
        public RemoteConnection connect(SessionTarget target, SessionPrompts prompts)
                throws SessionFailure, InterruptedException {
            attempts.incrementAndGet();
            if (keyChanged) {
                throw new SessionFailure(new HostKeyChange(target.address(), "SHA256:a", "SHA256:b"), "another key");
            }
            if (broken) {
                throw new IllegalStateException("broken on purpose");
            }
            if (asks) {
                answered = prompts.ask(target, "Say it", true).map(String::new).orElse("");
            }
            EchoConnection connection = new EchoConnection(sizes);
            made.add(connection);
            return connection;
        }

        EchoConnection last() {
            return made.getLast();
        }
    }

    private static final class EchoConnection implements RemoteConnection {

        private final CompletableFuture<Optional<SessionFailure>> end = new CompletableFuture<>();
        private final List<TerminalSize> sizes;

        EchoConnection(List<TerminalSize> sizes) {
            this.sizes = sizes;
        }

        void lose() {
            end.complete(Optional.of(new SessionFailure(SessionFailure.Reason.LOST, "gone", null)));
        }

        @Override
        public String protection() {
            return "none";
        }

        @Override
        public TerminalChannel openTerminal(TerminalSize size) {
            return new EchoTerminal(sizes);
        }

        @Override
        public Optional<RemoteFiles> files() {
            return Optional.empty();
        }

        @Override
        public void onEnd(Consumer<Optional<SessionFailure>> listener) {
            end.thenAccept(listener);
        }

        @Override
        public void close() {
            end.complete(Optional.empty());
        }
    }

    private static final class EchoTerminal implements TerminalChannel {

        private final LinkedBlockingQueue<byte[]> printed = new LinkedBlockingQueue<>();
        private final List<TerminalSize> sizes;

        EchoTerminal(List<TerminalSize> sizes) {
            this.sizes = sizes;
        }

        @Override
        public int read(byte[] buffer) throws IOException {
            try {
                byte[] next = printed.take();
                System.arraycopy(next, 0, buffer, 0, next.length);
                return next.length == 0 ? -1 : next.length;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void write(byte[] bytes) {
            printed.add(bytes);
        }

        @Override
        public void resize(TerminalSize size) {
            sizes.add(size);
        }

        @Override
        public void close() {
            printed.add(new byte[0]);
        }
    }

    private final class MemoryTrail implements AuditTrail {

        @Override
        public AuditEntry append(String action, String subject, Optional<UUID> companyId, String detail) {
            audited.add(action);
            return new AuditEntry(audited.size(), Instant.now(), "me", action, subject, companyId, detail, "");
        }

        @Override
        public List<AuditEntry> latest(int limit) {
            return List.of();
        }

        @Override
        public Optional<Long> firstBroken() {
            return Optional.empty();
        }
    }

    /** Holds no credential. */
    private static final class NoVault implements CredentialVault {

        @Override
        public CompletionStage<List<Credential>> list(Optional<UUID> companyId) {
            return CompletableFuture.completedFuture(new ArrayList<>());
        }

        @Override
        public CompletionStage<UUID> add(CredentialDraft draft) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> change(UUID id, CredentialDraft draft) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> remove(UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> CompletionStage<T> use(UUID id, String purpose, Function<Secret, T> use) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AutoCloseable onChange(Runnable listener) {
            return () -> {};
        }
    }
}
