package org.waystation.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/** Brings plug-ins into a running program, uses what they brought, and proves that they leave nothing. */
public final class PluginBot {

    private static final int TIMES = 20;

    private final Screen screen;

    public PluginBot(Screen screen) {
        this.screen = screen;
    }

    /**
     * What became of a plug-in that was removed.
     *
     * @param undone what it had brought and is gone
     * @param leftover what could not be undone
     * @param holder who still holds its class loader, a chain of references; empty where the loader was collected
     */
    public record Removal(List<String> undone, List<String> leftover, String holder) {

        public boolean clean() {
            return leftover.isEmpty() && holder.isEmpty();
        }
    }

    /** The jar that the plug-in project's build has made, named by the system property {@code waystation.plugin}. */
    public static Path built() {
        return Path.of(System.getProperty("waystation.plugin", ""));
    }

    /**
     * Verifies and installs a package as the host does for a technician.
     *
     * @return how long it took until all of it ran, in milliseconds
     */
    public long install(Path plugin) {
        return screen.ask(Screen.question("plugin.install")
                        .put("file", plugin.toAbsolutePath().toString()))
                .asLong();
    }

    /** What the repositories of the profile's policy offer that is not installed, such as {@code com.acme.hello 1.0.0}. */
    public List<String> offered() {
        return texts(screen.ask(Screen.question("plugin.offered")));
    }

    /**
     * Fetches a plug-in from the repository that offers it and installs it.
     *
     * @return how long it took until all of it ran, in milliseconds
     */
    public long installOffered(String id) {
        return screen.ask(Screen.question("plugin.installOffered").put("id", id))
                .asLong();
    }

    /** Removes a plug-in. */
    public Removal remove(String id) {
        JsonNode answer = screen.ask(Screen.question("plugin.remove").put("id", id));
        return new Removal(
                texts(answer.path("undone")),
                texts(answer.path("leftover")),
                answer.path("holder").asText());
    }

    /** Stops a plug-in; it stays installed. */
    public void disable(String id) {
        screen.ask(Screen.question("plugin.disable").put("id", id));
    }

    /** Starts a plug-in that was disabled or quarantined. */
    public void enable(String id) {
        screen.ask(Screen.question("plugin.enable").put("id", id));
    }

    /** The ids of the plug-ins that are installed, each with its state, such as {@code com.acme.hello ACTIVE}. */
    public List<String> installed() {
        return texts(screen.ask(Screen.question("plugin.installed")));
    }

    /** Opens a tool window, or any other part of the application model. */
    public void show(String part) {
        screen.ask(Screen.question("part.show").put("id", part));
    }

    /** Runs a command as its key or menu would. */
    public void run(String command) {
        screen.ask(Screen.question("command.run").put("id", command));
    }

    /**
     * Installs, uses and removes a plug-in twenty times, and fails where anything of it is left, naming what holds it.
     *
     * @param use opens its parts and runs its commands
     */
    public void assertUnloads(Path plugin, Runnable use) {
        assertUnloads(plugin, TIMES, use);
    }

    /** The same as often as wanted. */
    public void assertUnloads(Path plugin, int times, Runnable use) {
        String id = idOf(plugin);
        for (int i = 1; i <= times; i++) {
            install(plugin);
            use.run();
            Removal removal = remove(id);
            if (!removal.clean()) {
                throw new AssertionError(id + " left something behind, round " + i + "\n"
                        + String.join("\n", removal.leftover()) + "\n" + removal.holder());
            }
        }
    }

    /** The id that a package gives itself. */
    public static String idOf(Path plugin) {
        try (JarFile jar = new JarFile(plugin.toFile())) {
            return jar.getManifest()
                    .getMainAttributes()
                    .getValue("Bundle-SymbolicName")
                    .split(";")[0];
        } catch (IOException e) {
            throw new IllegalStateException(plugin + " is no plug-in", e);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
