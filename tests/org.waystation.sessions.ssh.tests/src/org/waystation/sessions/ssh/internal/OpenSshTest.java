package org.waystation.sessions.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.session.HostKeyChange;
import org.waystation.api.session.RemoteConnection;
import org.waystation.api.session.RemoteFile;
import org.waystation.api.session.RemoteFiles;
import org.waystation.api.session.SessionFailure;
import org.waystation.api.session.SessionFailure.Reason;
import org.waystation.api.session.SessionTarget;
import org.waystation.api.session.TerminalChannel;
import org.waystation.api.session.TerminalSize;
import org.waystation.api.vault.SecretPart;
import org.waystation.api.work.WorkProgress;
import org.waystation.sshd.OpenSshServer;
import org.waystation.sshd.Relay;
import org.waystation.store.LocalStore;

/** Against OpenSSH's own server. */
class OpenSshTest {

    private static final SshTimings SHORT = new SshTimings(
            Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(60), Duration.ofSeconds(1));
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Optional<UUID> CREDENTIAL = Optional.of(new UUID(0, 1));

    @TempDir
    static Path shared;

    private static OpenSshServer server;

    @TempDir
    Path temp;

    private LocalStore store;
    private SshProtocol protocol;
    private StoredKnownHosts hosts;

    @BeforeAll
    static void startServer() throws Exception {
        server = OpenSshServer.start(shared.resolve("sshd"));
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.close();
    }

    @BeforeEach
    void open() throws Exception {
        store = LocalStore.open(temp.resolve("store"), new byte[32]);
        hosts = new StoredKnownHosts(store.documents());
        protocol = new SshProtocol(hosts, SHORT);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aTypedPasswordOpensATerminalThatRunsCommands() throws Exception {
        TestPrompts prompts = new TestPrompts().typing(server.password());
        try (RemoteConnection connection = protocol.connect(target(), prompts);
                TerminalChannel terminal = connection.openTerminal(new TerminalSize(90, 33))) {
            terminal.write("stty size; echo $TERM; echo done-$((6*7))\n".getBytes(StandardCharsets.UTF_8));
            String seen = readUntil(terminal, "done-42");
            assertTrue(seen.contains("33 90"), seen);
            assertTrue(seen.contains("xterm-256color"), seen);
            terminal.resize(new TerminalSize(120, 40));
            terminal.write("stty size\n".getBytes(StandardCharsets.UTF_8));
            readUntil(terminal, "40 120");
        }
        assertTrue(prompts.asked.getFirst().startsWith("trust ssh-ed25519 SHA256:"), prompts.asked.toString());
        assertEquals("Password of " + server.user(), prompts.asked.get(1));
    }

    @Test
    void theVaultsPasswordAndKeysSignInWithoutAQuestion() throws Exception {
        trusted();
        assertSignsIn(new TestPrompts().holding(SecretPart.PASSWORD, server.password()));
        for (String type : List.of("ed25519", "rsa", "ecdsa")) {
            Path key = server.authorizedKey(type, "");
            assertSignsIn(new TestPrompts().holding(SecretPart.KEY, Files.readString(key)));
        }
        Path locked = server.authorizedKey("ed25519", "open sesame");
        assertSignsIn(new TestPrompts()
                .holding(SecretPart.KEY, Files.readString(locked))
                .holding(SecretPart.KEY_PASSPHRASE, "open sesame"));
        SessionFailure failure = failure(
                target(CREDENTIAL),
                new TestPrompts()
                        .holding(SecretPart.KEY, Files.readString(locked))
                        .holding(SecretPart.KEY_PASSPHRASE, "wrong"));
        assertEquals(Reason.CREDENTIAL, failure.reason());
    }

    private void assertSignsIn(TestPrompts prompts) throws Exception {
        try (RemoteConnection connection = protocol.connect(target(CREDENTIAL), prompts)) {
            assertTrue(connection.protection().contains("25519"), connection.protection());
        }
        assertEquals(List.of(), prompts.asked);
    }

    @Test
    void aWrongPasswordIsRefusedInWords() throws Exception {
        trusted();
        SessionFailure failure = failure(target(), new TestPrompts().typing("not it"));
        assertEquals(Reason.REFUSED_SIGN_IN, failure.reason());
        assertTrue(failure.getMessage().contains("did not accept"), failure.getMessage());
    }

    @Test
    void anAgentsKeySignsIn() throws Exception {
        trusted();
        Path socket = temp.resolve("agent.sock");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Path key = server.authorizedKey("ed25519", "");
            ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", key.toString()).inheritIO();
            add.environment().put("SSH_AUTH_SOCK", socket.toString());
            assertTimeoutPreemptively(LONG, () -> {
                while (!Files.exists(socket)) {
                    LockSupport.parkNanos(10_000_000);
                }
            });
            assertEquals(0, add.start().waitFor());
            assertTrue(AgentSocket.at(socket.toString()).isPresent());
            SshProtocol withAgent = new SshProtocol(hosts, SHORT, AgentSocket.at(socket.toString()));
            TestPrompts prompts = new TestPrompts();
            withAgent.connect(target(), prompts).close();
            assertEquals(List.of(), prompts.asked);
        } finally {
            agent.destroy();
            agent.waitFor();
        }
    }

    @Test
    void aHostThatIsNotTrustedIsNotSignedInAt() {
        TestPrompts prompts = new TestPrompts().distrusting().typing(server.password());
        assertEquals(Reason.HOST_NOT_TRUSTED, failure(target(), prompts).reason());
        assertEquals(1, prompts.asked.size(), "no password was asked for");
    }

    @Test
    void aChangedHostKeyStopsTheConnectionAndCannotBeAnsweredAway() throws Exception {
        Path folder = temp.resolve("other");
        try (OpenSshServer other = OpenSshServer.start(folder)) {
            SessionTarget target = new SessionTarget(
                    "ssh", other.host(), other.port(), other.user(), Optional.empty(), Optional.empty());
            protocol.connect(target, new TestPrompts().typing(other.password())).close();
            String known = hosts.all().toCompletableFuture().get(60, TimeUnit.SECONDS).stream()
                    .filter(host -> host.address().equals(target.address()))
                    .findFirst()
                    .orElseThrow()
                    .fingerprint();
            other.changeHostKey();

            TestPrompts prompts = new TestPrompts().typing(other.password());
            SessionFailure failure = failure(target, prompts);
            assertEquals(Reason.HOST_KEY_CHANGED, failure.reason());
            assertEquals(List.of(), prompts.asked, "neither trust nor a password is asked for");
            HostKeyChange change = failure.hostKeyChange().orElseThrow();
            assertEquals(target.address(), change.address());
            assertEquals(known, change.known());
            assertTrue(change.shown().startsWith("SHA256:") && !change.shown().equals(known), change.shown());

            hosts.forget(target.address()).toCompletableFuture().get(60, TimeUnit.SECONDS);
            protocol.connect(target, new TestPrompts().typing(other.password())).close();
        }
    }

    @Test
    void aMachineBehindAnotherIsReachedThroughIt() throws Exception {
        SessionTarget jump = target();
        SessionTarget behind = new SessionTarget(
                "ssh", "localhost", server.port(), server.user(), Optional.empty(), Optional.of(jump));
        TestPrompts prompts = new TestPrompts().typing(server.password());
        try (RemoteConnection connection = protocol.connect(behind, prompts);
                TerminalChannel terminal = connection.openTerminal(TerminalSize.USUAL)) {
            terminal.write("echo through-$((1+1))\n".getBytes(StandardCharsets.UTF_8));
            readUntil(terminal, "through-2");
        }
        assertEquals(
                2, prompts.asked.stream().filter(q -> q.startsWith("trust")).count(), "each host is asked about");
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        try (Relay mute = new Relay(0)) {
            SessionFailure failure = failure(at(mute.port()), new TestPrompts());
            assertEquals(Reason.TIMEOUT, failure.reason());
        }
    }

    @Test
    void whereNothingListensItIsSaid() throws Exception {
        int port;
        try (Relay relay = new Relay(0)) {
            port = relay.port();
        }
        assertEquals(Reason.UNREACHABLE, failure(at(port), new TestPrompts()).reason());
    }

    @Test
    void aLostNetworkIsNoticedInMidSession() throws Exception {
        try (Relay relay = new Relay(server.port())) {
            CompletableFuture<Optional<SessionFailure>> end = new CompletableFuture<>();
            RemoteConnection connection =
                    protocol.connect(at(relay.port()), new TestPrompts().typing(server.password()));
            connection.onEnd(end::complete);
            TerminalChannel terminal = connection.openTerminal(TerminalSize.USUAL);
            relay.fallSilent();
            assertEquals(
                    Reason.LOST, end.get(60, TimeUnit.SECONDS).orElseThrow().reason());
            assertTrue(readToEnd(terminal), "the terminal has ended");
            connection.close();
        }
    }

    @Test
    void aFloodThatNobodyReadsStopsAtTheSender() throws Exception {
        trusted();
        try (RemoteConnection connection = protocol.connect(
                        target(CREDENTIAL), new TestPrompts().holding(SecretPart.PASSWORD, server.password()));
                TerminalChannel flooding = connection.openTerminal(TerminalSize.USUAL);
                TerminalChannel quiet = connection.openTerminal(TerminalSize.USUAL)) {
            flooding.write("yes | head -c 50000000 > sent-whole; yes; \n".getBytes(StandardCharsets.UTF_8));
            readUntil(flooding, "y\r\ny\r\n");
            quiet.write("echo alive-$((2+3))\n".getBytes(StandardCharsets.UTF_8));
            readUntil(quiet, "alive-5"); // the flood is not read meanwhile
            flooding.write(new byte[] {3});
            flooding.write("echo over-$((4+4))\n".getBytes(StandardCharsets.UTF_8));
            readUntil(flooding, "over-8");
        }
    }

    @Test
    void filesGoBothWaysAndAreResumed() throws Exception {
        trusted();
        byte[] content = new byte[1_500_000];
        new Random(7).nextBytes(content);
        Path local = temp.resolve("local.bin");
        Files.write(local, content);
        try (RemoteConnection connection = protocol.connect(
                        target(CREDENTIAL), new TestPrompts().holding(SecretPart.PASSWORD, server.password()));
                RemoteFiles files = connection.files().orElseThrow()) {
            String folder = files.home() + "/transfer-" + System.nanoTime();
            files.createFolder(folder);
            String remote = folder + "/file name ü.bin";
            AtomicLong seen = new AtomicLong();
            files.upload(local, remote, stopAt(600_000, seen));
            assertTrue(
                    files.list(folder).stream().noneMatch(f -> f.path().equals(remote)), "not there until it is whole");
            long cut = seen.get();
            seen.set(-1);
            files.upload(local, remote, stopAt(Long.MAX_VALUE, seen));
            assertTrue(cut >= 600_000 && cut < content.length);
            RemoteFile whole = files.list(folder).getFirst();
            assertEquals(content.length, whole.size());
            assertEquals("file name ü.bin", whole.name());

            Path back = temp.resolve("back.bin");
            seen.set(-1);
            files.download(whole, back, stopAt(900_000, seen));
            assertFalse(Files.exists(back));
            long partBefore = Files.size(temp.resolve("back.bin" + SftpFiles.PART));
            assertTrue(partBefore >= 900_000);
            AtomicLong first = new AtomicLong(-1);
            files.download(whole, back, new WorkProgress() {
                @Override
                public boolean cancelled() {
                    return false;
                }

                @Override
                public void at(long done, long total) {
                    first.compareAndSet(-1, done);
                }
            });
            assertEquals(partBefore, first.get(), "goes on where it was cut");
            assertArrayEquals(content, Files.readAllBytes(back));

            files.rename(remote, folder + "/renamed");
            files.remove(files.list(folder).getFirst());
            assertEquals(List.of(), files.list(folder));
            assertThrows(IOException.class, () -> files.list(folder + "/missing"));
        }
    }

    private static WorkProgress stopAt(long most, AtomicLong seen) {
        return new WorkProgress() {
            @Override
            public boolean cancelled() {
                return seen.get() >= most;
            }

            @Override
            public void at(long done, long total) {
                seen.set(done);
            }
        };
    }

    private void trusted() throws Exception {
        protocol.connect(target(), new TestPrompts().typing(server.password())).close();
    }

    private static SessionTarget target() {
        return target(Optional.empty());
    }

    private static SessionTarget target(Optional<UUID> credential) {
        return new SessionTarget("ssh", server.host(), server.port(), server.user(), credential, Optional.empty());
    }

    private static SessionTarget at(int port) {
        return new SessionTarget("ssh", "127.0.0.1", port, server.user(), Optional.empty(), Optional.empty());
    }

    private SessionFailure failure(SessionTarget target, TestPrompts prompts) {
        return assertTimeoutPreemptively(
                LONG, () -> assertThrows(SessionFailure.class, () -> protocol.connect(target, prompts)));
    }

    private static String readUntil(TerminalChannel terminal, String text) {
        return assertTimeoutPreemptively(LONG, () -> {
            StringBuilder seen = new StringBuilder();
            byte[] buffer = new byte[8192];
            while (seen.indexOf(text) < 0) {
                int length = terminal.read(buffer);
                if (length < 0) {
                    throw new AssertionError("The terminal ended with: " + seen);
                }
                seen.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
                if (seen.length() > 1_000_000) {
                    seen.delete(0, 900_000);
                }
            }
            return seen.toString();
        });
    }

    private static boolean readToEnd(TerminalChannel terminal) {
        return assertTimeoutPreemptively(LONG, () -> {
            byte[] buffer = new byte[8192];
            try {
                while (terminal.read(buffer) >= 0) {
                    LockSupport.parkNanos(10_000_000);
                }
                return true;
            } catch (IOException e) {
                return true;
            }
        });
    }
}
