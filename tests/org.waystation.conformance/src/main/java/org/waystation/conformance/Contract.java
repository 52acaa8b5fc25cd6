package org.waystation.conformance;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published OpenAPI document, as a judge of answers. */
public final class Contract {

    private static final String IRI = "https://waystation.example/msp-v1.json";

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final Set<UUID> passed = ConcurrentHashMap.newKeySet();

    public Contract() {
        this.document = new YAMLMapper().readTree(text());
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(IRI, document.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** The document as it was published. */
    public static String text() {
        try (InputStream in = Contract.class.getResourceAsStream("/openapi/msp-v1.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public JsonNode document() {
        return document;
    }

    /**
     * What is wrong with an answer; empty where it keeps the contract.
     *
     * @param path as it was asked for, without the query
     * @param type the media type of the answer; empty where it has none
     */
    public List<String> judge(String method, String path, int status, Optional<String> type, String body) {
        Optional<String> template = template(path);
        if (template.isEmpty()) {
            return problems("/components/responses/Problem", type, body, "no such path");
        }
        JsonNode operation =
                document.at("/paths/" + escape(template.get()) + "/" + method.toLowerCase(java.util.Locale.ROOT));
        if (operation.isMissingNode()) {
            return problems("/components/responses/Problem", type, body, "no such method");
        }
        String response = "/paths/" + escape(template.get()) + "/" + method.toLowerCase(java.util.Locale.ROOT)
                + "/responses/" + (operation.path("responses").has(Integer.toString(status)) ? status : "default");
        String reference = document.at(response).path("$ref").asString("");
        String place = reference.isEmpty() ? response : reference.substring(1);
        return problems(place, type, body, status + " of " + method + " " + template.get());
    }

    private List<String> problems(String response, Optional<String> type, String body, String what) {
        JsonNode content = document.at(response).path("content");
        if (content.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of(what + " must have no body");
        }
        String media = type.orElse("").replaceAll(";.*", "");
        if (!content.has(media)) {
            return List.of(what + " must be one of " + content.propertyNames() + ", not '" + media + "'");
        }
        String schema = response + "/content/" + escape(media) + "/schema";
        return switch (media) {
            case "application/yaml",
                    "application/octet-stream",
                    "text/event-stream",
                    "text/html",
                    "text/plain",
                    "text/css",
                    "text/javascript" -> List.of();
            case "application/x-ndjson" ->
                body.lines().flatMap(line -> judgeOnce(schema, line).stream()).toList();
            default -> judge(schema, body);
        };
    }

    /** The same lines come in many answers, and to judge one takes longer than to send it. */
    private List<String> judgeOnce(String pointer, String line) {
        UUID known = UUID.nameUUIDFromBytes((pointer + line).getBytes(StandardCharsets.UTF_8));
        if (passed.contains(known)) {
            return List.of();
        }
        List<String> wrong = judge(pointer, line);
        if (wrong.isEmpty()) {
            passed.add(known);
        }
        return wrong;
    }

    /** What is wrong with a JSON text by the schema at this place of the document. */
    public List<String> judge(String pointer, String json) {
        List<String> wrong = new ArrayList<>();
        Schema schema = schemas.computeIfAbsent(pointer, p -> registry.getSchema(SchemaLocation.of(IRI + "#" + p)));
        schema.validate(json, InputFormat.JSON)
                .forEach(error -> wrong.add(error.getInstanceLocation() + ": " + error.getMessage()));
        return wrong;
    }

    private Optional<String> template(String path) {
        return document.path("paths").propertyNames().stream()
                .filter(template -> path.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
                // What is spelt out goes before what varies.
                .min(Comparator.comparingInt(template ->
                        template.length() - template.replace("{", "").length()));
    }

    private static String escape(String part) {
        return part.replace("~", "~0").replace("/", "~1");
    }
}
