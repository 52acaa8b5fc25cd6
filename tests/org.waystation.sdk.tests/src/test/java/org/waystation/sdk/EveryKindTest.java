package org.waystation.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.testkit.Installation;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.Screen;
import org.waystation.testkit.TestProfile;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;
import org.waystation.testkit.fake.SampleData;

/**
 * What a team would do: install the SDK, make a project of each kind, build all of them with their unit tests, have them
 * verified, and run them in the program, which they leave without a trace.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryKindTest {

    /** Each round makes sure twice of the collection of every class loader, once by itself and once beside all others. */
    private static final int ROUNDS = Integer.getInteger("waystation.rounds", 1);

    /** The program of the last one is connected to nothing else. */
    private static final List<PluginKind> ONE_AFTER_ANOTHER = Arrays.stream(PluginKind.values())
            .sorted(Comparator.comparing(
                    kind -> kind == PluginKind.TOOL_WINDOW ? 0 : kind == PluginKind.BACKEND ? 2 : 1))
            .toList();

    @TempDir
    static Path folder;

    @Test
    @Order(1)
    void everyKindIsGeneratedAndBuilt() throws Exception {
        run("sdk", "install", "--to", sdk().toString());
        for (PluginKind kind : PluginKind.values()) {
            run(
                    "new-plugin",
                    id(kind),
                    "--kind",
                    kind.word(),
                    "--sdk",
                    sdk().toString(),
                    "--to",
                    project(kind).toString());
        }
        Files.writeString(folder.resolve("projects/pom.xml"), reactor());
        Path wrapper = sdk().resolve("wrapper");
        Folders.copy(wrapper, folder.resolve("projects"), path -> true);
        Files.copy(
                project(PluginKind.SEARCH).resolve(".mvn/maven.config"), folder.resolve("projects/.mvn/maven.config"));
        build(folder.resolve("projects"), "package");
    }

    @Test
    @Order(2)
    void everyKindIsAccepted() throws IOException {
        for (PluginKind kind : PluginKind.values()) {
            String verdict = run(
                    "verify-plugin",
                    "--against",
                    sdk().resolve("workstation").toString(),
                    jar(kind).toString());
            assertTrue(verdict.contains("accepted"), verdict);
            assertFalse(verdict.contains("\n  warning"), verdict);
        }
    }

    /** With nothing around it, as its README says; the others' tests with the program run in one program below. */
    @Test
    @Order(3)
    void theBuildOfAProjectTestsThePluginInTheProgramToo() throws Exception {
        Path project = project(PluginKind.STATUS_BAR);
        build(project, "verify");
        String tests =
                "target/surefire-reports/TEST-%s.ShiftItemWorkstationTest.xml".formatted(id(PluginKind.STATUS_BAR));
        String report = Files.readString(project.resolve(tests));
        assertTrue(report.contains("tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\""), report);
    }

    /** By the project's own tests, which install the plug-in, use what it adds, and see it leave nothing. */
    @Test
    @Order(4)
    void everyKindIsUsedByItselfAgainAndAgain() throws IOException {
        List<String> failed = new ArrayList<>();
        try (ProjectTests tests = new ProjectTests()) {
            for (PluginKind kind : ONE_AFTER_ANOTHER) {
                for (int round = 1; round <= ROUNDS; round++) {
                    String complaints = tests.run(project(kind), jar(kind), sdk());
                    if (!complaints.isEmpty()) {
                        failed.add(kind + ", round " + round + ": " + complaints);
                    }
                }
            }
        }
        assertEquals("", String.join("\n", failed));
    }

    @Test
    @Order(5)
    void everyKindRunsAndLeavesNothingAgainAndAgain() throws IOException {
        try (Workstation workstation = start("all")) {
            PluginBot plugins = workstation.plugins();
            for (int round = 1; round <= ROUNDS; round++) {
                for (PluginKind kind : PluginKind.values()) {
                    plugins.install(jar(kind));
                }
                List<String> wanted = Arrays.stream(PluginKind.values())
                        .map(kind -> id(kind) + " ACTIVE")
                        .sorted()
                        .toList();
                assertEquals(wanted, plugins.installed().stream().sorted().toList());
                use(workstation);
                for (PluginKind kind : PluginKind.values()) {
                    PluginBot.Removal removal = plugins.remove(id(kind));
                    assertTrue(removal.clean(), kind + ", round " + round + ": " + removal);
                }
            }
        }
    }

    /** As {@code ./waystation run --with} has it: each build comes in, and after one that is refused the last stays. */
    @Test
    @Order(6)
    void aRebuiltPluginComesInAndOneThatIsRefusedLeavesTheLast() throws IOException {
        Path watched = Files.copy(jar(PluginKind.TOOL_WINDOW), folder.resolve("watched.jar"));
        try (Workstation workstation = start("rebuilt", "-Dwaystation.with=" + watched)) {
            Screen screen = workstation.screen();
            screen.await(stripe("Greetings"));
            rebuild(watched, "fragment.e4xmi", "Greetings", "Salutations");
            screen.await(stripe("Salutations"));
            screen.awaitGone(stripe("Greetings"));
            rebuild(watched, "META-INF/MANIFEST.MF", "Waystation-Plugin:", "Waystation-Nothing:");
            screen.await(Locator.id("waystation.balloon").and("contains", "watched.jar could not be brought in"));
            screen.await(stripe("Salutations"));
        }
    }

    private static Locator stripe(String name) {
        return Locator.name(name).and("type", "StripeButton");
    }

    /** Another build of a jar, in which a word is another one. */
    private static void rebuild(Path jar, String entry, String word, String other) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path file = zip.getPath(entry);
            Files.writeString(file, Files.readString(file).replace(word, other));
        }
    }

    private Workstation start(String profile, String... options) throws IOException {
        TestProfile empty = new TestProfile(folder.resolve(profile)).acceptUnsignedPlugins();
        Installation installation = new Installation(sdk().resolve("workstation"), sdk(), sdk().resolve("driver"));
        Workstation workstation = Workstation.start(
                installation,
                Workstation.Start.on(empty, WithWorkstation.Remote.SAMPLE).with(options));
        workstation.awaitReady();
        return workstation;
    }

    /** Each kind by what it adds: its windows, editors and commands, and what it adds to a ticket, to the search, to the settings. */
    private static void use(Workstation workstation) {
        PluginBot plugins = workstation.plugins();
        Screen screen = workstation.screen();
        screen.await(Locator.id("waystation.status." + id(PluginKind.STATUS_BAR) + ".shift"));
        plugins.show(id(PluginKind.TOOL_WINDOW) + ".window");
        plugins.run(id(PluginKind.TOOL_WINDOW) + ".greet");
        UUID asset = SampleData.asset(0);
        workstation.open(new RecordRef(new EntityKind("assetSheet"), asset));
        screen.await(Locator.text("Asset " + asset));
        workstation.open(new RecordRef(EntityKind.TICKET, SampleData.ticket(0)));
        screen.await(Locator.id("waystation.panel.Identity"));
        plugins.run("org.waystation.shell.contextActions");
        screen.await(Locator.type("MenuList"));
        escape(workstation);
        plugins.run("org.waystation.shell.search");
        screen.await(Locator.id("waystation.search.input"));
        workstation.hands().type("grace");
        screen.await(Locator.id("waystation.search.results"));
        screen.settle();
        escape(workstation);
        plugins.run("org.waystation.shell.settings");
        screen.await(Locator.id("waystation.settings.search"));
        workstation.hands().type("theme");
        workstation.hands().click(screen.await(Locator.id("waystation.setting.shell.theme.control")));
        screen.await(Locator.type("MenuList"));
        workstation.hands().press("Escape");
        screen.awaitGone(Locator.type("MenuList"));
        escape(workstation);
        screen.settle();
    }

    private static void escape(Workstation workstation) {
        workstation.hands().press("Escape");
        workstation.screen().waitFor("one window", () -> workstation.screen().windows() == 1);
    }

    private Path sdk() {
        return folder.resolve("sdk");
    }

    private static String id(PluginKind kind) {
        return "com.acme." + kind.word().replace("-", "");
    }

    private Path project(PluginKind kind) {
        return folder.resolve("projects").resolve(id(kind));
    }

    private Path jar(PluginKind kind) {
        return project(kind).resolve("target/" + id(kind) + "-1.0.0.jar");
    }

    private static String reactor() {
        String modules = Arrays.stream(PluginKind.values())
                .map(kind -> "<module>" + id(kind) + "</module>")
                .collect(Collectors.joining());
        return "<project><modelVersion>4.0.0</modelVersion><groupId>com.acme</groupId><artifactId>all</artifactId>"
                + "<version>1</version><packaging>pom</packaging><modules>" + modules + "</modules></project>";
    }

    private static String run(String... words) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true);
        int code = new Main(out, out).run(List.of(words));
        String text = said.toString(StandardCharsets.UTF_8);
        assertEquals(0, code, text);
        return text;
    }

    private static void build(Path where, String phase) throws Exception {
        Path log = folder.resolve("build.log");
        Process build = new ProcessBuilder("./mvnw", "-o", "-B", phase)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertEquals(0, build.waitFor(), () -> lastLines(log));
    }

    private static String lastLines(Path log) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(log));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return "The build failed, and its log cannot be read: " + e.getMessage();
        }
    }
}
