package org.waystation.conformance.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.waystation.conformance.Json;
import org.waystation.conformance.Op;
import org.waystation.conformance.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests to every operation of the document, bent in a way that the seed and the place decide. */
final class HostileRequests {

    private static final List<String> MEMBERS =
            List.of("id", "type", "kind", "entityId", "baseVersion", "changes", "dependsOn", "performedAt");

    private record Target(String method, String template, JsonNode parameters, JsonNode fields) {}

    private final JsonNode document;
    private final List<Target> targets = new ArrayList<>();
    /** Fields by kind of record. */
    private final Map<String, JsonNode> kinds = new LinkedHashMap<>();

    private final List<String> ids;
    private final long seed;
    private final Bombs bombs = new Bombs();

    /**
     * @param ids of records that exist
     */
    HostileRequests(JsonNode document, List<String> ids, long seed) {
        this.document = document;
        this.ids = List.copyOf(ids);
        this.seed = seed;
        for (String name : document.at("/components/schemas").propertyNames()) {
            if (name.endsWith("Record") && !name.equals("DeletedRecord") && !name.equals("Record")) {
                JsonNode own = document.at("/components/schemas/" + name + "/allOf/1/properties");
                kinds.put(own.at("/kind/const").asString(""), fieldsOf(own.path("data")));
            }
        }
        for (String path : document.path("paths").propertyNames()) {
            for (String method : document.path("paths").path(path).propertyNames()) {
                JsonNode operation = document.path("paths").path(path).path(method);
                targets.add(new Target(
                        method.toUpperCase(Locale.ROOT), path, operation.path("parameters"), fields(operation)));
            }
        }
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private JsonNode fieldsOf(JsonNode schema) {
        return resolved(schema).path("properties");
    }

    /** The fields that a body of this operation has: those of the record that it answers, or of the body itself. */
    private JsonNode fields(JsonNode operation) {
        for (String status : List.of("200", "201")) {
            JsonNode answer = operation.at("/responses/" + status + "/content/application~1json/schema");
            JsonNode data = resolved(answer).at("/allOf/1/properties/data");
            if (!data.isMissingNode()) {
                return fieldsOf(data);
            }
        }
        return fieldsOf(operation.at("/requestBody/content/application~1json/schema"));
    }

    /** The request at a place; always the same for the same seed. */
    Request at(long place) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + place);
        return new Maker(random, new HostileValues(random, ids)).make(targets.get(random.nextInt(targets.size())));
    }

    /** Makes one request. */
    private final class Maker {

        private final SplittableRandom random;
        private final HostileValues values;

        Maker(SplittableRandom random, HostileValues values) {
            this.random = random;
            this.values = values;
        }

        Request make(Target target) {
            StringBuilder path = new StringBuilder();
            for (String part : target.template().split("(?=/)")) {
                path.append(
                        part.contains("{")
                                ? "/" + encoded(random.nextInt(3) == 0 ? values.text() : values.id())
                                : part);
            }
            Map<String, String> headers = headers(target);
            boolean none = target.method().equals("GET") || target.method().equals("OPTIONS");
            byte[] body = none ? new byte[0] : body(headers, target);
            return new Request(target.method(), path + query(target), headers, body);
        }

        private String encoded(String text) {
            String cut = text.length() > 2_000 ? text.substring(0, 2_000) : text;
            String encoded = URLEncoder.encode(cut, StandardCharsets.UTF_8).replace("+", "%20");
            return encoded.isEmpty() || encoded.equals(".") || encoded.equals("..") ? "x" : encoded;
        }

        private String query(Target target) {
            StringBuilder query = new StringBuilder();
            for (JsonNode parameter : target.parameters()) {
                JsonNode one = resolved(parameter);
                if (one.path("in").asString("").equals("query") && random.nextInt(2) == 0) {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(one.path("name").asString())
                            .append('=')
                            .append(encoded(values.text()));
                }
            }
            if (random.nextInt(8) == 0) {
                query.append(query.isEmpty() ? '?' : '&').append(random.nextBoolean() ? "limit=-1" : "a=%FF%FE");
            }
            return query.toString();
        }

        private Map<String, String> headers(Target target) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Content-Type", random.nextInt(10) == 0 ? "text/xml; charset=x" : "application/json");
            if (target.template().contains("oauth") || target.template().matches("/(password|setup)")) {
                headers.put("Content-Type", "application/x-www-form-urlencoded");
            }
            if (random.nextInt(2) == 0) {
                headers.put("If-Match", random.nextInt(2) == 0 ? "*" : "\"" + random.nextInt(5) + ".7\"");
            }
            if (target.template().contains("uploads")) {
                headers.put("Tus-Resumable", random.nextInt(5) == 0 ? "0.9" : "1.0.0");
                headers.put("Upload-Length", Long.toString(random.nextLong() >>> random.nextInt(64)));
                headers.put("Upload-Offset", Integer.toString(random.nextInt(3)));
                headers.put("Upload-Metadata", "sha256 " + (random.nextBoolean() ? "!!" : "QUJD"));
                headers.put("Content-Type", "application/offset+octet-stream");
            }
            abuse(headers);
            return headers;
        }

        private void abuse(Map<String, String> headers) {
            if (random.nextInt(6) == 0) {
                headers.put("X-Long", "y".repeat(random.nextInt(20_000)));
            }
            if (random.nextInt(10) == 0) {
                headers.put("Range", "bytes=" + random.nextLong() + "-" + random.nextInt());
            }
            if (random.nextInt(10) == 0) {
                headers.put("Idempotency-Key", "k".repeat(random.nextInt(400)));
            }
            if (random.nextInt(10) == 0) {
                headers.put("Last-Event-ID", Long.toString(random.nextLong()));
            }
            if (random.nextInt(10) == 0) {
                headers.put("If-None-Match", random.nextBoolean() ? "\"\",,W/\"" : "*");
            }
            if (random.nextInt(10) == 0) {
                headers.put("Accept-Encoding", random.nextBoolean() ? "gzip;q=0, *;q=x" : "zstd, br, ,gzip");
            }
        }

        private byte[] body(Map<String, String> headers, Target target) {
            return switch (random.nextInt(12)) {
                case 0 -> new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
                case 1 -> ("[".repeat(20_000) + "]".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
                case 2 -> encodedAs(headers, "gzip", bombs.gzip());
                case 3 -> encodedAs(headers, "zstd", bombs.zstandard());
                case 4 -> bombs.zip();
                case 5 -> "{\"operations\":[".getBytes(StandardCharsets.UTF_8);
                case 6 -> ("{\"data\":{\"n\":1" + "0".repeat(100_000) + "}}").getBytes(StandardCharsets.UTF_8);
                default ->
                    headers.get("Content-Type").contains("form")
                            ? form()
                            : json(target).toString().getBytes(StandardCharsets.UTF_8);
            };
        }

        private byte[] encodedAs(Map<String, String> headers, String coding, byte[] bytes) {
            headers.put("Content-Encoding", coding);
            return bytes;
        }

        private byte[] form() {
            List<String> names = List.of(
                    "grant_type",
                    "code",
                    "client_id",
                    "redirect_uri",
                    "code_verifier",
                    "refresh_token",
                    "token",
                    "device_code",
                    "user_code",
                    "email",
                    "password",
                    "form",
                    "answer");
            StringBuilder form = new StringBuilder();
            for (String name : names) {
                if (random.nextBoolean()) {
                    form.append(form.isEmpty() ? "" : "&")
                            .append(name)
                            .append('=')
                            .append(encoded(values.text()));
                }
            }
            return form.toString().getBytes(StandardCharsets.UTF_8);
        }

        private ObjectNode json(Target target) {
            if (target.template().equals("/v1/operations")) {
                return operations();
            }
            ObjectNode fields = Json.object();
            for (String name : target.fields().propertyNames()) {
                if (random.nextInt(3) > 0) {
                    fields.set(name, values.value(resolved(target.fields().path(name))));
                }
            }
            if (random.nextInt(4) == 0) {
                fields.set(random.nextBoolean() ? "unheardOf" : "__proto__", values.value(Json.object()));
            }
            if (!target.method().equals("POST") || random.nextInt(4) == 0) {
                return fields;
            }
            ObjectNode body = Json.object();
            body.set("data", random.nextInt(8) == 0 ? values.value(Json.object()) : fields);
            if (random.nextInt(3) == 0) {
                body.set("id", values.value(Json.object()));
            }
            return body;
        }

        private ObjectNode operations() {
            List<String> codes = List.copyOf(kinds.keySet());
            ObjectNode body = Json.object();
            ArrayNode list = body.putArray("operations");
            for (int i = random.nextInt(4); i >= 0; i--) {
                String kind = codes.get(random.nextInt(codes.size()));
                ObjectNode one = list.addObject();
                one.put("id", Op.newId());
                one.put("type", List.of("create", "update", "delete").get(random.nextInt(3)));
                one.put("kind", kind);
                one.put("entityId", random.nextBoolean() ? Op.newId() : values.id());
                one.put("baseVersion", random.nextInt(3));
                one.put("performedAt", "2026-11-22T10:00:00Z");
                ArrayNode changes = one.putArray("changes");
                JsonNode fields = kinds.getOrDefault(kind, Json.object());
                for (String name : fields.propertyNames()) {
                    if (random.nextInt(3) == 0) {
                        changes.addObject().put("field", name).set("new", values.value(resolved(fields.path(name))));
                    }
                }
                if (random.nextInt(3) == 0) {
                    one.set(MEMBERS.get(random.nextInt(MEMBERS.size())), values.value(Json.object()));
                }
            }
            return body;
        }
    }
}
