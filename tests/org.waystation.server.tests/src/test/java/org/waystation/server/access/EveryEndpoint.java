package org.waystation.server.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest.Builder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waystation.conformance.Contract;
import org.waystation.server.Api;
import org.waystation.server.Ops;
import org.waystation.server.record.Json;
import tools.jackson.databind.JsonNode;

/**
 * All requests that can be made from the published document with some records' ids: every path, every method, every
 * parameter. A new endpoint is among them by itself; a new parameter that must be given and that is not understood here
 * is an error.
 */
final class EveryEndpoint {

    /** Such a stream has no end; what it tells is a number. */
    private static final String ENDLESS = "/v1/events";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head");

    private static final String KIND = "{kind}";

    private final Contract contract = new Contract();
    private final Map<String, UUID> targets;
    private final String cursor;

    /**
     * @param targets an id for each kind of record, by kind
     * @param cursor from the beginning of the history
     */
    EveryEndpoint(Map<String, UUID> targets, String cursor) {
        this.targets = targets;
        this.cursor = cursor;
    }

    /** One that can be sent. */
    record Attempt(String operation, String method, HttpRequest request) {

        boolean writes() {
            return !method.equals("GET") && !method.equals("HEAD");
        }
    }

    List<Attempt> attempts(Api api) {
        List<Attempt> attempts = new ArrayList<>();
        JsonNode paths = contract.document().path("paths");
        for (String path : paths.propertyNames()) {
            for (String method : paths.path(path).propertyNames()) {
                JsonNode operation = paths.path(path).path(method);
                boolean open =
                        operation.has("security") && operation.path("security").isEmpty();
                if (METHODS.contains(method) && !open && !path.equals(ENDLESS)) {
                    attempts.addAll(attempts(api, path, method.toUpperCase(Locale.ROOT), operation));
                }
            }
        }
        return attempts;
    }

    private List<Attempt> attempts(Api api, String path, String method, JsonNode operation) {
        List<Attempt> attempts = new ArrayList<>();
        String name = method + " " + path;
        for (UUID target : path.contains("{") ? targets.values() : List.of(UUID.randomUUID())) {
            String filled = path.replaceAll("\\{[^}]+}", target.toString());
            List<String> required = new ArrayList<>();
            List<String> optional = new ArrayList<>();
            for (JsonNode given : operation.path("parameters")) {
                JsonNode parameter = resolve(given);
                if (parameter.path("in").asString("").equals("query")) {
                    query(name, parameter, required, optional);
                }
            }
            List<String> queries = new ArrayList<>(optional);
            queries.add("");
            for (String query : forEachKind(queries, required)) {
                String address = filled + (query.isEmpty() ? "" : "?" + query);
                for (String body : bodies(path, operation, target)) {
                    Builder request = api.request(address, "If-Match", "*", "Idempotency-Key", Ops.newId());
                    if (!body.isEmpty()) {
                        request.header("Content-Type", media(operation));
                    }
                    request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
                    attempts.add(new Attempt(name, method, request.build()));
                }
            }
        }
        return attempts;
    }

    /** Whole queries: what must be given with each of what may be. */
    private List<String> forEachKind(List<String> optional, List<String> required) {
        List<String> queries = new ArrayList<>();
        for (String query : optional) {
            List<String> all = new ArrayList<>(required);
            if (!query.isEmpty()) {
                all.add(query);
            }
            String whole = String.join("&", all);
            if (required.contains(KIND)) {
                targets.keySet().forEach(kind -> queries.add(whole.replace(KIND, "kind=" + kind)));
            } else {
                queries.add(whole);
            }
        }
        return queries;
    }

    private void query(String operation, JsonNode parameter, List<String> required, List<String> optional) {
        String name = parameter.path("name").asString();
        JsonNode schema = resolve(parameter.path("schema"));
        boolean must = parameter.path("required").asBoolean(false);
        if (name.equals("cursor")) {
            required.add("cursor=" + cursor);
        } else if (schema.path("format").asString("").equals("uuid") || schema.has("pattern")) {
            targets.values().forEach(id -> (must ? required : optional).add(name + "=" + id));
        } else if (name.equals("limit")) {
            optional.add("limit=1000");
        } else if (name.equals("kind")) {
            // Every other parameter is tried with each: see attempts.
            required.add(KIND);
        } else if (name.equals("companies")) {
            optional.add("companies=" + ids());
        } else if (name.equals("days")) {
            optional.add("days=3650");
        } else if (name.equals("since")) {
            optional.add("since=2000-01-01");
        } else if (name.equals("mine")) {
            optional.add("mine=true");
        } else if (must) {
            throw new AssertionError("Teach this test the parameter " + name + " of " + operation);
        }
    }

    private String ids() {
        return targets.values().stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static String media(JsonNode operation) {
        return operation.path("requestBody").path("content").propertyNames().stream()
                .findFirst()
                .orElse("application/json");
    }

    /** What might do harm: an edit of each kind, as a batch and as a plain body. */
    private List<String> bodies(String path, JsonNode operation, UUID target) {
        if (!operation.has("requestBody")) {
            return List.of("");
        }
        List<String> bodies = new ArrayList<>();
        if (path.contains("{")) {
            // The record is in the path: one body that would change it suffices.
            return List.of(Json.object()
                    .put("name", "Taken")
                    .put("subject", "Taken")
                    .put("body", "Taken")
                    .put("title", "Taken")
                    .toString());
        }
        targets.forEach((kind, id) -> {
            if (!path.equals("/v1/operations")) {
                bodies.add(plain(id));
                return;
            }
            ObjectNode batch = Json.object();
            ArrayNode list = batch.putArray("operations");
            list.add(Ops.update(kind, id.toString(), 1)
                    .set("name", "Taken")
                    .set("subject", "Taken")
                    .node());
            list.add(Ops.update(kind, id.toString(), 1).set("body", "Taken").node());
            list.add(Ops.delete(Json.mapper().valueToTree(Map.of("kind", kind, "id", id.toString(), "version", 1)))
                    .node());
            list.add(Ops.note(id.toString(), "public", "Taken").node());
            list.add(Ops.time(id.toString(), 5).node());
            list.add(Ops.ticket(id.toString()).node());
            list.add(Ops.create("contact")
                    .set("companyId", id.toString())
                    .set("name", "Taken")
                    .node());
            bodies.add(batch.toString());
        });
        return bodies;
    }

    /** As plain writing takes it, and what other endpoints might. */
    private static String plain(UUID id) {
        ObjectNode body = Json.object();
        ObjectNode data = body.putObject("data");
        for (ObjectNode fields : List.of(body, data)) {
            fields.put("name", "Taken")
                    .put("subject", "Taken")
                    .put("title", "Taken")
                    .put("companyId", id.toString())
                    .put("ticketId", id.toString())
                    .put("ownerId", id.toString())
                    .put("record", id.toString())
                    .put("activity", "editing")
                    .put("type", "incident")
                    .put("kind", "server")
                    .put("state", "in_use")
                    .put("body", "Taken")
                    .put("visibility", "public");
        }
        return body.toString();
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : contract.document().at(reference.substring(1));
    }
}
