package org.waystation.rtserver;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Request Tracker 5 on a loopback port of the system's choice, with an SQLite database and accounts made for it alone. It
 * needs the packages {@code request-tracker5}, {@code rt5-db-sqlite} and {@code rt5-standalone}; without them a test fails
 * and says so, it is never left out. An empty database is made once and copied from then on.
 */
public final class RequestTracker implements AutoCloseable {

    public static final String ADMIN = "root";
    public static final String ADMIN_PASSWORD = "Root-Loopback-1";

    /** Works on tickets, assets and articles, administers nothing. */
    public static final String TECHNICIAN = "tech1";

    /** Another one of the same kind. */
    public static final String COLLEAGUE = "tech2";

    public static final String PASSWORD = "Tech-Loopback-1";

    private static final Path PROGRAM = Path.of("/usr/share/request-tracker5/libexec/rt-server");
    private static final Path SETUP = Path.of("/usr/sbin/rt-setup-database-5");
    private static final String LIBRARY = "/usr/share/request-tracker5/lib";
    private static final long START_SECONDS = 120;
    private static final int WORKERS = 4;

    private final Path folder;
    private final int port;
    private Process process;

    private RequestTracker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts one in a folder of the test.
     *
     * @param initialData file with Perl that the server's own tool loads into the new database, such as custom fields
     */
    public static RequestTracker start(Path folder, String initialData) throws IOException, InterruptedException {
        if (!Files.exists(PROGRAM) || !Files.exists(SETUP)) {
            throw new IllegalStateException("This test needs a real Request Tracker: apt-get install"
                    + " --no-install-recommends dbconfig-no-thanks nullmailer request-tracker5 rt5-db-sqlite"
                    + " rt5-standalone");
        }
        Files.createDirectories(folder);
        RequestTracker tracker = new RequestTracker(folder, freePort());
        tracker.configure();
        Template template = Template.of(initialData);
        if (!template.copyTo(tracker.database())) {
            tracker.fill(initialData);
            template.keep(tracker.database());
        }
        tracker.launch();
        return tracker;
    }

    private void fill(String initialData) throws IOException, InterruptedException {
        Path data = folder.resolve("fields.pl");
        Files.writeString(data, initialData);
        run(SETUP.toString(), "--action", "init", "--dba", "", "--dba-password", "", "--skip-create", "--force");
        run(SETUP.toString(), "--action", "insert", "--datafile", data.toString(), "--dba", "", "--force");
        perl("accounts.pl");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** With a slash at its end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public int port() {
        return port;
    }

    private void configure() throws IOException {
        for (String name : List.of("conf.d", "mason_data", "session")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.write(
                folder.resolve("RT_SiteConfig.pm"),
                List.of(
                        "Set($rtname, 'loopback');",
                        "Set($Organization, 'loopback.test');",
                        "Set($WebDomain, '127.0.0.1');",
                        "Set($WebPort, " + port + ");",
                        "Set($WebBaseURL, 'http://127.0.0.1:" + port + "');",
                        "Set($CanonicalizeRedirectURLs, 0);",
                        "Set($DatabaseType, 'SQLite');",
                        "Set($DatabaseName, '" + folder.resolve("rt5.sqlite") + "');",
                        "Set($MailCommand, 'testfile');",
                        "Set($LogToSyslog, undef);",
                        "Set($LogToSTDERR, 'error');",
                        "Set($LogToFile, undef);",
                        "Set($Timezone, 'UTC');",
                        "Set($WebSecureCookies, 0);",
                        "Set($BcryptCost, 4);",
                        "$RT::MasonDataDir = '" + folder.resolve("mason_data") + "';",
                        "$RT::MasonSessionDir = '" + folder.resolve("session") + "';",
                        "$RT::VarPath = '" + folder + "';",
                        "1;"));
    }

    /** Runs one of this bundle's Perl files within Request Tracker's own library; returns what it printed. */
    public String perl(String script, String... arguments) throws IOException, InterruptedException {
        Path file = folder.resolve(script);
        try (InputStream in = RequestTracker.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalArgumentException("No such script: " + script);
            }
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>(List.of("perl", "-I" + LIBRARY, file.toString()));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    /** A new authentication token of a user, as the server's web page would make it. */
    public String token(String user) throws IOException, InterruptedException {
        return perl("token.pl", user).strip();
    }

    /**
     * Changes a field of a ticket as a colleague would, past the web server, so while that is stopped too.
     *
     * @param field as Request Tracker calls it, such as {@code Subject}
     */
    public void change(long ticket, String field, String value) throws IOException, InterruptedException {
        perl("change.pl", COLLEAGUE, Long.toString(ticket), field, value);
    }

    private Map<String, String> environment() {
        return Map.of(
                "RT_SITE_CONFIG", folder.resolve("RT_SiteConfig.pm").toString(),
                "RT_SITE_CONFIG_DIR", folder.resolve("conf.d").toString(),
                "LC_ALL", "C.UTF-8");
    }

    private String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment());
        Process started = builder.start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!started.waitFor(START_SECONDS, TimeUnit.SECONDS) || started.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + said + written());
        }
        return said;
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    /** What the server wrote. */
    public String written() throws IOException {
        return Files.exists(log()) ? Files.readString(log()) : "";
    }

    /** Starts the server again after {@link #stop}. */
    public void launch() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "plackup",
                "-E",
                "deployment",
                "-s",
                "Starlet",
                "--host",
                "127.0.0.1",
                "--port",
                "" + port,
                "--max-workers",
                "" + WORKERS,
                PROGRAM.toString());
        builder.directory(folder.toFile());
        builder.environment().putAll(environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        process = builder.start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("Request Tracker did not start: " + written());
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    private boolean answers() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address())
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends the server and its workers by the ids of their processes. */
    public void stop() throws InterruptedException {
        if (process != null) {
            List<ProcessHandle> workers = process.descendants().toList();
            process.destroy();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(START_SECONDS, TimeUnit.SECONDS);
            }
            workers.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** The database as it is now, kept aside; only while the server is stopped. */
    public void save() throws IOException {
        Files.copy(database(), folder.resolve("saved.sqlite"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Back to what {@link #save} has kept, as from a backup; only while the server is stopped. */
    public void restore() throws IOException {
        Files.copy(folder.resolve("saved.sqlite"), database(), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path database() {
        return folder.resolve("rt5.sqlite");
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while Request Tracker was stopped");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
