package org.waystation.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import org.waystation.testkit.Installation;
import org.waystation.testkit.PluginBot;

/** Plug-ins such as a team of technicians would have made, and the repository in which there is more. */
record TeamPlugins(IdlePlugin sample, Path repository) {

    /** What only the repository has. */
    static final String NEW = "com.acme.racks";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HANDOVER = "com.acme.handover";

    private static final List<Says> INSTALLED = List.of(
            new Says(
                    "com.acme.phones",
                    "Phone book",
                    "2.0.1",
                    "network,credentials",
                    "People of all companies in Search Everywhere"),
            new Says(
                    HANDOVER,
                    "Shift handover",
                    "1.3.0",
                    "tickets.write",
                    "What the next shift has to know, in one list"),
            new Says("com.acme.switches", "Switch ports", "0.9.4", "assets.write", "Which port an asset hangs on"));

    /** What a plug-in says of itself. */
    private record Says(String id, String name, String version, String capabilities, String summary) {

        void into(Attributes manifest) {
            manifest.putValue("Bundle-Version", version);
            manifest.putValue(
                    "Waystation-Plugin",
                    "%s;name=\"%s\";vendor=\"Acme\";since-api=\"1.0\";capabilities=\"%s\";kinds=\"tool-window\";summary=\"%s\""
                            .formatted(id, name, capabilities, summary));
        }
    }

    /** Makes the repository. */
    static TeamPlugins of(Installation installation, Path repository) throws IOException {
        ObjectNode index = JSON.createObjectNode();
        ArrayNode plugins = index.putArray("plugins");
        plugins.add(offer(HANDOVER, "Shift handover", "1.4.0", "What the next shift has to know, in one list")
                .put("news", "The list can be sent to those who are on call."));
        plugins.add(offer(NEW, "Rack photos", "1.0.0", "What stands where in a server room, with pictures"));
        JSON.writeValue(repository.resolve("index.json").toFile(), index);
        return new TeamPlugins(new IdlePlugin(installation.sample("org.waystation.samples.hello")), repository);
    }

    /** Nothing is fetched in the pictures; that packages are, is for other tests. */
    private static ObjectNode offer(String id, String name, String version, String summary) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("version", version)
                .put("name", name)
                .put("summary", summary)
                .put("file", id + "-" + version + ".jar")
                .put("sha256", "0".repeat(64));
    }

    /** Accepts what is not signed, and names the repository. */
    String policy() {
        ObjectNode policy = JSON.createObjectNode().put("developerMode", true);
        policy.putArray("repositories").add(repository.toString());
        return policy.toString();
    }

    /** Installs them. */
    void install(PluginBot bot) {
        try {
            for (Says each : INSTALLED) {
                Path jar = Files.createTempFile(repository, each.id(), ".jar");
                bot.install(sample.write(jar, each.id(), each.name(), each::into));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes those that are installed. */
    void remove(PluginBot bot) {
        List<String> installed = bot.installed();
        INSTALLED.stream()
                .map(Says::id)
                .filter(id -> installed.stream().anyMatch(each -> each.startsWith(id + " ")))
                .forEach(bot::remove);
    }
}
