package org.waystation.server.fuzz;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.waystation.server.Ops;
import org.waystation.server.kind.FieldDefinition;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.kind.Kinds;
import org.waystation.server.record.Json;
import tools.jackson.databind.JsonNode;

/** Requests to every operation of the published document, bent in a way that the seed decides. */
final class HostileRequests {

    /** One request; its body as bytes, since not every one is text. */
    record Shot(String method, String path, Map<String, String> headers, byte[] body) {}

    private record Target(String method, String template, JsonNode parameters) {}

    private final List<Target> targets = new ArrayList<>();
    private final SplittableRandom random;
    private final HostileValues values;
    private final List<String> ids;

    HostileRequests(JsonNode document, List<String> ids, long seed) {
        this.random = new SplittableRandom(seed);
        this.values = new HostileValues(random, ids);
        this.ids = ids;
        for (String path : document.path("paths").propertyNames()) {
            for (String method : document.path("paths").path(path).propertyNames()) {
                // The stream of events never ends by itself.
                if (!path.equals("/v1/events") && !path.equals("/v1/snapshot") && !method.equals("parameters")) {
                    JsonNode operation = document.path("paths").path(path).path(method);
                    targets.add(
                            new Target(method.toUpperCase(java.util.Locale.ROOT), path, operation.path("parameters")));
                }
            }
        }
    }

    Shot next() {
        Target target = targets.get(random.nextInt(targets.size()));
        StringBuilder path = new StringBuilder();
        for (String part : target.template().split("(?=/)")) {
            path.append(part.contains("{") ? "/" + encoded(random.nextInt(3) == 0 ? values.text() : id()) : part);
        }
        String query = query(target);
        Map<String, String> headers = headers(target);
        byte[] body = target.method().equals("GET") ? new byte[0] : body(headers, target);
        return new Shot(target.method(), path + query, headers, body);
    }

    private String id() {
        return ids.get(random.nextInt(ids.size()));
    }

    private String encoded(String text) {
        String cut = text.length() > 2_000 ? text.substring(0, 2_000) : text;
        String encoded = URLEncoder.encode(cut, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.isEmpty() || encoded.equals(".") || encoded.equals("..") ? "x" : encoded;
    }

    private String query(Target target) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : target.parameters()) {
            if (parameter.path("in").asString("").equals("query") && random.nextInt(2) == 0) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.path("name").asString())
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
        if (random.nextInt(6) == 0) {
            headers.put("X-Long", "y".repeat(random.nextInt(20_000)));
        }
        if (random.nextInt(10) == 0) {
            headers.put("Range", "bytes=" + random.nextLong() + "-" + random.nextInt());
        }
        if (random.nextInt(10) == 0) {
            headers.put("Idempotency-Key", "k".repeat(random.nextInt(400)));
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers, Target target) {
        return switch (random.nextInt(9)) {
            case 0 -> new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
            case 1 -> ("[".repeat(20_000) + "]".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
            case 2 -> bomb(headers);
            case 3 -> "{\"operations\":[".getBytes(StandardCharsets.UTF_8);
            default -> json(target).toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    /** Ten megabytes of nothing in ten kilobytes. */
    private static byte[] bomb(Map<String, String> headers) {
        headers.put("Content-Encoding", "gzip");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[10_000_000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private ObjectNode json(Target target) {
        KindDefinition kind = Kinds.all().stream()
                .filter(candidate -> target.template().contains("/" + candidate.path()))
                .findFirst()
                .orElseGet(() -> Kinds.all().stream()
                        .skip(random.nextInt(Kinds.all().size()))
                        .findFirst()
                        .orElseThrow());
        if (target.template().equals("/v1/operations")) {
            return operations(kind);
        }
        ObjectNode fields = Json.object();
        for (FieldDefinition field : kind.fields().values()) {
            if (random.nextInt(3) > 0) {
                fields.set(field.name(), values.value(0));
            }
        }
        if (random.nextInt(4) == 0) {
            fields.set(random.nextBoolean() ? "unheardOf" : "__proto__", values.value(0));
        }
        if (target.method().equals("PATCH")) {
            return fields;
        }
        ObjectNode body = Json.object();
        body.set("data", random.nextInt(8) == 0 ? values.value(0) : fields);
        body.set(random.nextBoolean() ? "record" : "id", values.value(0));
        body.set("activity", values.value(0));
        return body;
    }

    private ObjectNode operations(KindDefinition kind) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("operations");
        for (int i = random.nextInt(4); i >= 0; i--) {
            ObjectNode one = list.addObject();
            one.put("id", Ops.newId());
            one.put("type", List.of("create", "update", "delete").get(random.nextInt(3)));
            one.put("kind", kind.kind().code());
            one.put("entityId", random.nextBoolean() ? Ops.newId() : id());
            one.put("baseVersion", random.nextInt(3));
            one.put("performedAt", "2026-11-22T10:00:00Z");
            ArrayNode changes = one.putArray("changes");
            for (FieldDefinition field : kind.fields().values()) {
                if (random.nextInt(3) == 0) {
                    changes.addObject().put("field", field.name()).set("new", values.value(0));
                }
            }
            if (random.nextInt(3) == 0) {
                List<String> names = List.of("id", "type", "kind", "entityId", "baseVersion", "changes", "performedAt");
                one.set(names.get(random.nextInt(names.size())), values.value(0));
            }
        }
        return body;
    }
}
