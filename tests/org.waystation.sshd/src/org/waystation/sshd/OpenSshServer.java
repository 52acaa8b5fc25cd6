package org.waystation.sshd;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * OpenSSH's own server on a loopback port of the system's choice, with a host key, a configuration and an account made for
 * it alone. It needs the package {@code openssh-server} and the rights to make an account (root, or sudo without a
 * password); without them a test fails and says so, it is never left out.
 */
public final class OpenSshServer implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");
    private static final long START_SECONDS = 60;

    private final Path folder;
    private final String user;
    private final String password;
    private final int port;
    private final Path log;
    private Process process;

    private OpenSshServer(Path folder, String user, String password, int port) {
        this.folder = folder;
        this.user = user;
        this.password = password;
        this.port = port;
        this.log = folder.resolve("sshd.log");
    }

    /** Starts one in a folder of the test. */
    public static OpenSshServer start(Path folder) throws IOException, InterruptedException {
        if (!Files.exists(PROGRAM)) {
            throw new IllegalStateException("This test needs a real SSH server: apt-get install openssh-server");
        }
        Files.createDirectories(folder);
        String mark = Long.toString(System.nanoTime(), 36);
        OpenSshServer server = new OpenSshServer(
                folder, "wst" + mark.substring(Math.max(0, mark.length() - 8)), "pw-" + mark, freePort());
        server.makeAccount();
        server.makeHostKey();
        server.launch();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** The account's folder on the "remote" machine. */
    public Path home() {
        return Path.of("/home", user);
    }

    /** A new key pair that the account accepts; returns the private key's file, in OpenSSH's format. */
    public Path authorizedKey(String type, String passphrase) throws IOException, InterruptedException {
        Path key = folder.resolve("id_" + type + "_" + System.nanoTime());
        run(Map.of(), "ssh-keygen", "-q", "-t", type, "-N", passphrase, "-f", key.toString());
        Path authorized = folder.resolve("authorized_keys");
        Files.write(
                authorized,
                Files.readAllBytes(key.resolveSibling(key.getFileName() + ".pub")),
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
        privileged("install", "-D", "-m", "600", "-o", user, authorized.toString(), home() + "/.ssh/authorized_keys");
        return key;
    }

    /** Takes another host key, as a machine that was set up anew or somebody in between would have it. */
    public void changeHostKey() throws IOException, InterruptedException {
        stop();
        makeHostKey();
        launch();
    }

    /** What the server wrote. */
    public String log() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private void makeAccount() throws IOException, InterruptedException {
        privileged("useradd", "--create-home", "--shell", "/bin/bash", user);
        Process setting = new ProcessBuilder(withRights("chpasswd"))
                .redirectErrorStream(true)
                .start();
        try (var in = setting.getOutputStream()) {
            in.write((user + ":" + password + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        check(setting, "chpasswd");
    }

    private void makeHostKey() throws IOException, InterruptedException {
        Path key = folder.resolve("host_key");
        Files.deleteIfExists(key);
        Files.deleteIfExists(folder.resolve("host_key.pub"));
        run(Map.of(), "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    }

    private void launch() throws IOException, InterruptedException {
        Path configuration = folder.resolve("sshd_config");
        Files.write(
                configuration,
                List.of(
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + folder.resolve("host_key"),
                        "PidFile " + folder.resolve("sshd.pid"),
                        "AuthorizedKeysFile .ssh/authorized_keys",
                        "AllowUsers " + user,
                        "StrictModes no",
                        "UsePAM no",
                        "PasswordAuthentication yes",
                        "PermitUserEnvironment no",
                        "PrintMotd no",
                        "PrintLastLog no",
                        "MaxStartups 200:30:400",
                        "MaxSessions 100",
                        "MaxAuthTries 20",
                        "LogLevel VERBOSE",
                        "Subsystem sftp internal-sftp"));
        privileged("mkdir", "-p", "/run/sshd");
        process = new ProcessBuilder(withRights(PROGRAM.toString(), "-D", "-e", "-f", configuration.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The SSH server did not start: " + log());
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends the server and its sessions by the id of its process. */
    public void stop() throws IOException, InterruptedException {
        if (process != null && process.isAlive()) {
            for (ProcessHandle child : process.descendants().toList()) {
                kill(child.pid());
            }
            kill(process.pid());
            process.waitFor(START_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Ends one process, at once. */
    public void kill(long pid) throws IOException, InterruptedException {
        Process killing = new ProcessBuilder(withRights("kill", "-9", String.valueOf(pid)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        killing.waitFor(START_SECONDS, TimeUnit.SECONDS); // one that is gone already is as good
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
            new ProcessBuilder(withRights("userdel", "--remove", "--force", user))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the SSH server was stopped");
        }
    }

    private static void privileged(String... command) throws IOException, InterruptedException {
        run(Map.of(), withRights(command).toArray(String[]::new));
    }

    private static List<String> withRights(String... command) {
        List<String> whole = new ArrayList<>();
        if (!"root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("sudo", "-n"));
        }
        whole.addAll(Arrays.asList(command));
        return whole;
    }

    private static void run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        check(builder.start(), command[0]);
    }

    private static void check(Process process, String name) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(name + " failed: " + said);
        }
    }
}
