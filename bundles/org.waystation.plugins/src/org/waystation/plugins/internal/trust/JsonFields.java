package org.waystation.plugins.internal.trust;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads JSON objects strictly: a name that is not known is an error, since a misspelt rule would protect nobody. */
public final class JsonFields {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode node;

    private JsonFields(JsonNode node) {
        this.node = node;
    }

    /**
     * Reads a file that holds one object.
     *
     * @throws IOException where it cannot be read, or is not what it should be
     */
    public static JsonFields read(Path file, Set<String> known) throws IOException {
        return of(MAPPER.readTree(file.toFile()), known);
    }

    /** Like {@link #read(Path, Set)}, for bytes at hand. */
    public static JsonFields read(byte[] bytes, Set<String> known) throws IOException {
        return of(MAPPER.readTree(bytes), known);
    }

    private static JsonFields of(JsonNode node, Set<String> known) throws IOException {
        if (!node.isObject()) {
            throw new IOException("an object is wanted");
        }
        for (String name : (Iterable<String>) node::fieldNames) {
            if (!known.contains(name)) {
                throw new IOException("“" + name + "” is not known; known are " + String.join(", ", known));
            }
        }
        return new JsonFields(node);
    }

    public List<String> texts(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(name)) {
            if (!element.isTextual()) {
                throw new IOException("“" + name + "” may hold texts only");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    public List<JsonFields> objects(String name, Set<String> known) throws IOException {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode element : array(name)) {
            objects.add(of(element, known));
        }
        return objects;
    }

    public Optional<String> text(String name) throws IOException {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw new IOException("“" + name + "” must be a text");
        }
        return Optional.ofNullable(value.textValue());
    }

    /** A text that must be there. */
    public String needed(String name) throws IOException {
        return text(name).orElseThrow(() -> new IOException("“" + name + "” is missing"));
    }

    public Optional<Boolean> flag(String name) throws IOException {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new IOException("“" + name + "” must be true or false");
        }
        return value.isMissingNode() ? Optional.empty() : Optional.of(value.booleanValue());
    }

    private JsonNode array(String name) throws IOException {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isArray()) {
            throw new IOException("“" + name + "” must be a list");
        }
        return value;
    }
}
