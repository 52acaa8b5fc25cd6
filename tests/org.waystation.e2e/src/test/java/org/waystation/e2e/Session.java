package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waystation.testkit.Hands;
import org.waystation.testkit.Installation;
import org.waystation.testkit.Screen;
import org.waystation.testkit.TestProfile;
import org.waystation.testkit.Workstation;

/**
 * One test's server and workstation. Ending it in good order proves that the UI thread neither froze nor touched a file or a socket from our code.
 */
final class Session implements AutoCloseable {

    private static final long FREEZE_MILLIS = 2_000;
    private static final Pattern HELD = Pattern.compile("held for (\\d+) ms");

    private final Installation installation = Installation.fromProperties();
    private final Path folder;
    private final ServerProcess server;
    private final UiThreadRecording recording;

    Session(Path folder, String... serverOptions) throws IOException {
        this.folder = folder;
        server = new ServerProcess(installation, folder.resolve("server"), serverOptions);
        recording = new UiThreadRecording(Files.createDirectories(folder));
    }

    ServerProcess server() {
        return server;
    }

    Path profile() {
        return folder.resolve("profile");
    }

    Workstation open() throws IOException {
        return open(profile(), server.readyFile());
    }

    /** As somebody starts it who has no file that signs in: it asks, or goes on with what it kept. */
    Workstation openSignedOut() throws IOException {
        return Workstation.start(
                installation,
                Workstation.Start.on(profile(), server.readyFile())
                        .with(Pictures.NO_READY_FILE)
                        .with(Bench.unlock(profile()))
                        .with(recording.options()));
    }

    /** Without some of the product's bundles, and with plug-ins that nobody has signed accepted. */
    Workstation openWithout(List<String> bundles) throws IOException {
        Workstation.Start start = Workstation.Start.on(profile(), server.readyFile())
                .with(Bench.unlock(profile()))
                .with(recording.options());
        new TestProfile(profile()).acceptUnsignedPlugins();
        for (String bundle : bundles) {
            start = start.withoutBundle(bundle);
        }
        return Workstation.start(installation, start);
    }

    Installation installation() {
        return installation;
    }

    /** With another profile, or with something between the program and the server. */
    Workstation open(Path profile, Path readyFile) throws IOException {
        return Workstation.start(
                installation,
                Workstation.Start.on(profile, readyFile)
                        .with(Bench.unlock(profile))
                        .with(recording.options()));
    }

    /** What stands between a program and this server, where it is told so. */
    FaultyProxy proxy() throws IOException, GeneralSecurityException {
        return new FaultyProxy(server, folder.resolve("proxy"), UnknownAuthority.identity(folder.resolve("proxy")));
    }

    /** Another program on the same profile, without a recording of its own. */
    Workstation openBeside() throws IOException {
        return Workstation.start(
                installation,
                Workstation.Start.on(profile(), server.readyFile()).with(Bench.unlock(profile())));
    }

    /** Closes the window as a person does and checks what the UI thread did all the while. */
    void finish(Workstation workstation) throws IOException {
        assertEquals(List.of(), freezes(workstation.screen()), "freezes of the UI thread");
        new Hands().press("ctrl+q");
        if (!workstation.awaitExit(java.time.Duration.ofSeconds(30))) {
            throw new AssertionError("The program did not end when it was quit:\n" + workstation.log());
        }
        assertEquals(List.of(), recording.accesses(), "files and sockets touched on the UI thread");
    }

    /**
     * What a person would call a freeze. How long the UI thread takes at the most is measured by the benchmarks, beside the
     * machine's own delays: a machine that runs the server, the database and the program at once is no place for it.
     */
    static List<String> freezes(Screen screen) {
        return screen.stalls().stream()
                .filter(stall -> millis(stall) >= FREEZE_MILLIS)
                .toList();
    }

    private static long millis(String stall) {
        Matcher held = HELD.matcher(stall);
        if (!held.find()) {
            throw new IllegalStateException("A stall that does not say how long it was: " + stall);
        }
        return Long.parseLong(held.group(1));
    }

    @Override
    public void close() {
        server.close();
    }
}
