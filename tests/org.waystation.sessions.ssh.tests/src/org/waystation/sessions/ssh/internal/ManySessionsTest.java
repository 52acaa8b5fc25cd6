package org.waystation.sessions.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.session.RemoteConnection;
import org.waystation.api.session.SessionTarget;
import org.waystation.api.session.TerminalChannel;
import org.waystation.api.session.TerminalSize;
import org.waystation.sshd.OpenSshServer;
import org.waystation.store.LocalStore;

/** Forty sessions at once: five flood, one is killed hard, and the others go on. */
class ManySessionsTest {

    private static final int SESSIONS = 40;
    private static final int FLOODING = 5;
    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    Path temp;

    /** A session, and the thread that reads it. */
    private static final class Live {

        private final RemoteConnection connection;
        private final TerminalChannel terminal;
        private final StringBuffer seen = new StringBuffer();
        private final AtomicLong bytes = new AtomicLong();
        private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

        Live(RemoteConnection connection) throws Exception {
            this.connection = connection;
            this.terminal = connection.openTerminal(TerminalSize.USUAL);
            connection.onEnd(failure -> ended.complete(failure.isPresent()));
            Thread.ofPlatform().daemon().name("reader").start(this::read);
        }

        private void read() {
            byte[] buffer = new byte[32 * 1024];
            try {
                int length = terminal.read(buffer);
                while (length >= 0) {
                    bytes.addAndGet(length);
                    seen.append(new String(buffer, 0, length, StandardCharsets.US_ASCII));
                    if (seen.length() > 20_000) {
                        seen.delete(0, 10_000);
                    }
                    length = terminal.read(buffer);
                }
            } catch (IOException e) {
                ended.complete(true);
            }
        }

        void type(String text) throws IOException {
            terminal.write(text.getBytes(StandardCharsets.US_ASCII));
        }

        String awaitLine(String begin) throws Exception {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            Pattern wanted = Pattern.compile(Pattern.quote(begin) + "\\d+");
            while (System.nanoTime() < end) {
                Matcher found = wanted.matcher(seen.toString());
                if (found.find()) {
                    return found.group();
                }
                LockSupport.parkNanos(10_000_000);
            }
            throw new AssertionError("no " + begin + " in " + seen);
        }
    }

    @Test
    void oneThatDiesTakesNoneAlong() throws Exception {
        try (OpenSshServer server = OpenSshServer.start(temp.resolve("sshd"));
                LocalStore store = LocalStore.open(temp.resolve("store"), new byte[32])) {
            SshProtocol protocol = new SshProtocol(new StoredKnownHosts(store.documents()), SshTimings.USUAL);
            SessionTarget target = new SessionTarget(
                    "ssh", server.host(), server.port(), server.user(), Optional.empty(), Optional.empty());
            long before = used();
            List<Live> all = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                all.add(new Live(protocol.connect(target, new TestPrompts().typing(server.password()))));
            }
            long each = (used() - before) / SESSIONS;
            for (int i = 0; i < FLOODING; i++) {
                all.get(i).type("yes flood\n");
            }
            Live victim = all.get(SESSIONS - 1);
            victim.type("echo pid=$PPID\n");
            server.kill(Long.parseLong(victim.awaitLine("pid=").substring(4)));
            assertTrue(victim.ended.get(60, TimeUnit.SECONDS), "it is noticed");

            AtomicInteger live = new AtomicInteger();
            for (int i = FLOODING; i < SESSIONS - 1; i++) {
                all.get(i).type("echo alive=$((" + i + "+1000))\n");
            }
            for (int i = FLOODING; i < SESSIONS - 1; i++) {
                assertEquals("alive=" + (i + 1_000), all.get(i).awaitLine("alive="));
                live.incrementAndGet();
            }
            for (int i = 0; i < FLOODING; i++) {
                long was = all.get(i).bytes.get();
                all.get(i).type("\u0003");
                all.get(i).type("echo over=$((" + i + "+1))\n");
                assertEquals("over=" + (i + 1), all.get(i).awaitLine("over="));
                assertTrue(was > 100_000, "it did flood");
                live.incrementAndGet();
            }
            assertEquals(SESSIONS - 1, live.get());
            assertTrue(each < 4 * MEGABYTE, () -> "a session holds " + each / 1024 + " KB");
            System.getLogger(ManySessionsTest.class.getName())
                    .log(System.Logger.Level.INFO, "each session holds " + each / 1024 + " KB of heap");
            all.forEach(session -> session.connection.close());
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
