package org.waystation.plugins.internal.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.waystation.api.plugins.Capability;
import org.waystation.api.plugins.ContributionKind;
import org.waystation.api.plugins.PluginDependency;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.Publisher;
import org.waystation.plugins.internal.store.PluginRecord.Standing;
import org.waystation.plugins.internal.store.PluginRecord.StoredBundle;

/** The state as JSON. Words that another version of the program wrote and this one does not know are left out. */
final class StateCodec {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    byte[] write(InstalledState state) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("generation", state.generation());
        ObjectNode pins = root.putObject("pins");
        new TreeMap<>(state.pins()).forEach((id, publisher) -> write(pins.putObject(id), publisher));
        ArrayNode plugins = root.putArray("plugins");
        state.byId().forEach(record -> write(plugins.addObject(), record));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void write(ObjectNode node, PluginRecord record) {
        PluginDescription description = record.description();
        node.put("id", description.id());
        node.put("name", description.name());
        node.put("vendor", description.vendor());
        node.put("version", description.version());
        node.put("sinceApi", description.sinceApi());
        node.put("summary", description.summary());
        ArrayNode capabilities = node.putArray("capabilities");
        description.capabilities().stream().map(Capability::word).sorted().forEach(capabilities::add);
        ArrayNode kinds = node.putArray("kinds");
        description.kinds().stream().map(ContributionKind::word).sorted().forEach(kinds::add);
        ArrayNode requires = node.putArray("requires");
        description
                .requires()
                .forEach(d -> requires.addObject().put("id", d.id()).put("versions", d.versions()));
        node.put("contentHash", record.contentHash());
        write(node.putObject("publisher"), record.publisher());
        ArrayNode bundles = node.putArray("bundles");
        record.bundles()
                .forEach(b -> bundles.addObject()
                        .put("hash", b.hash())
                        .put("symbolicName", b.symbolicName())
                        .put("version", b.version()));
        node.put("standing", record.standing().name());
        node.put("reason", record.reason());
    }

    private static void write(ObjectNode node, Publisher publisher) {
        node.put("name", publisher.name()).put("fingerprint", publisher.fingerprint());
    }

    /** Reads what {@link #write} wrote; throws {@link IOException} for anything else. */
    InstalledState read(byte[] json) throws IOException {
        JsonNode root = MAPPER.readTree(json);
        Map<String, PluginRecord> plugins = new TreeMap<>();
        for (JsonNode node : root.path("plugins")) {
            PluginRecord record = plugin(node);
            plugins.put(record.id(), record);
        }
        Map<String, Publisher> pins = new TreeMap<>();
        for (Map.Entry<String, JsonNode> pin : root.path("pins").properties()) {
            pins.put(pin.getKey(), publisher(pin.getValue()));
        }
        return new InstalledState(root.path("generation").asLong(), plugins, pins);
    }

    private static PluginRecord plugin(JsonNode node) throws IOException {
        List<PluginDependency> requires = new ArrayList<>();
        for (JsonNode each : node.path("requires")) {
            requires.add(new PluginDependency(text(each, "id"), text(each, "versions")));
        }
        List<StoredBundle> bundles = new ArrayList<>();
        for (JsonNode each : node.path("bundles")) {
            bundles.add(new StoredBundle(text(each, "hash"), text(each, "symbolicName"), text(each, "version")));
        }
        PluginDescription description = new PluginDescription(
                text(node, "id"),
                text(node, "name"),
                text(node, "vendor"),
                text(node, "version"),
                text(node, "sinceApi"),
                text(node, "summary"),
                words(node.path("capabilities"), Capability::of),
                words(node.path("kinds"), ContributionKind::of),
                requires);
        return new PluginRecord(
                description,
                text(node, "contentHash"),
                publisher(node.path("publisher")),
                bundles,
                standing(text(node, "standing")),
                text(node, "reason"));
    }

    private static Standing standing(String word) throws IOException {
        try {
            return Standing.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw new IOException("unknown standing " + word, e);
        }
    }

    private static Publisher publisher(JsonNode node) throws IOException {
        return new Publisher(text(node, "name"), text(node, "fingerprint"));
    }

    private static <T> Set<T> words(JsonNode list, Function<String, Optional<T>> meaning) {
        Set<T> found = new LinkedHashSet<>();
        list.forEach(word -> meaning.apply(word.asText()).ifPresent(found::add));
        return found;
    }

    private static String text(JsonNode node, String name) throws IOException {
        JsonNode value = node.path(name);
        if (!value.isTextual()) {
            throw new IOException("“" + name + "” is missing");
        }
        return value.textValue();
    }
}
