package org.waystation.conformance;

import static org.waystation.conformance.Mutation.answers;
import static org.waystation.conformance.Mutation.hides;
import static org.waystation.conformance.Mutation.ignores;
import static org.waystation.conformance.Mutation.json;
import static org.waystation.conformance.Mutation.of;
import static org.waystation.conformance.Mutation.operations;
import static org.waystation.conformance.Mutation.request;
import static org.waystation.conformance.Mutation.text;
import static org.waystation.conformance.Mutation.to;
import static org.waystation.conformance.Mutation.withBody;
import static org.waystation.conformance.Mutation.withHeader;
import static org.waystation.conformance.Mutation.withPath;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Servers that are broken, each in one way, and the requirements that must notice. */
final class Mutations {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final Predicate<Request> OPERATIONS = to("POST", "/v1/operations");
    private static final Predicate<Request> CHANGES = to("GET", "/v1/changes");
    private static final Predicate<Request> SNAPSHOT = to("GET", "/v1/snapshot");
    private static final Predicate<Request> SESSION = to("GET", "/v1/session");

    private final AtomicInteger asked = new AtomicInteger();
    private final String token;
    private final String secondToken;

    Mutations(String token, String secondToken) {
        this.token = token;
        this.secondToken = secondToken;
    }

    List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        all.addAll(headers());
        all.addAll(people());
        all.addAll(service());
        all.addAll(feed());
        all.addAll(snapshots());
        all.addAll(edits());
        all.addAll(reading());
        all.addAll(files());
        return all;
    }

    private static List<Mutation> headers() {
        return List.of(
                hides(
                        "etag",
                        "rest.create",
                        "rest.read",
                        "rest.not-modified",
                        "rest.head",
                        "rest.patch",
                        "rest.stale",
                        "rest.touched",
                        "rest.delete",
                        "files.not-modified"),
                hides("location", "rest.create", "files.begin", "files.resume"),
                hides("ratelimit", "limits.told"),
                hides("x-content-type-options", "service.sniffing", "files.download"),
                hides("www-authenticate", "session.token-missing"),
                hides("allow", "problem.method"),
                hides("date", "session.time"),
                hides("content-range", "files.range", "files.range-wrong"),
                hides("tus-version", "files.options", "files.version"),
                hides("content-disposition", "files.download"),
                request("takes every ETag", request -> withHeader(request, "If-Match", "*"), "rest.stale"),
                request(
                        "wants no ETag",
                        request -> {
                            Map<String, String> headers = new HashMap<>(request.headers());
                            headers.putIfAbsent("If-Match", "*");
                            return new Request(request.method(), request.path(), headers, request.body());
                        },
                        "rest.required"),
                ignores("If-None-Match", "rest.not-modified", "files.not-modified"),
                ignores("Idempotency-Key", "rest.idempotent"),
                ignores("Workstation-Id", "limits.workstation"),
                ignores("Upload-Checksum", "files.piece-checksum"),
                ignores("Range", "files.range", "files.range-wrong"),
                ignores("Accept-Encoding", "snapshot.gzip", "rest.gzip"),
                ignores("Last-Event-ID", "events.last-id"),
                ignores("X-Long", "problem.headers"),
                request(
                        "takes every type",
                        request -> withHeader(withHeader(request, "Content-Encoding", null), "Content-Type", JSON),
                        "problem.media"));
    }

    private List<Mutation> people() {
        return List.of(
                request(
                        "takes the second person for the first",
                        request -> request.headers()
                                                .getOrDefault("Authorization", "")
                                                .endsWith(secondToken)
                                        // By which the checks find out what that person may not see.
                                        && !request.path().equals("/v1/companies?limit=1000")
                                ? withHeader(request, "Authorization", "Bearer " + token)
                                : request,
                        "isolation.read",
                        "isolation.list",
                        "isolation.snapshot",
                        "isolation.changes",
                        "isolation.write",
                        "isolation.presence",
                        "files.foreign",
                        "operations.foreign-id",
                        "actions.not-own",
                        "presence.others",
                        "presence.gone"),
                request(
                        "lets everybody in",
                        request -> {
                            Map<String, String> headers = new HashMap<>(request.headers());
                            headers.put("Authorization", "Bearer " + token);
                            return new Request(request.method(), request.path(), headers, request.body());
                        },
                        "session.token-missing",
                        "session.token-invalid",
                        "session.paths-hidden"),
                json(
                        "forgets who is there",
                        to("GET", "/v1/presence"),
                        body -> {
                            body.putArray("others");
                            return body;
                        },
                        "presence.others",
                        "presence.gone"),
                answers(
                        "knows every record and activity",
                        to("POST", "/v1/presence"),
                        200,
                        JSON,
                        "{\"others\":[],\"expiresIn\":60}",
                        "presence.missing"),
                text("may nothing", OPERATIONS, body -> body.replace("\"update\",", ""), "actions.update"),
                text("adds nothing", OPERATIONS, body -> body.replace("\"add:note\"", "\"add:hat\""), "actions.add"),
                answers("never ends a token", to("DELETE", "/v1/tokens/"), 204, "", "", "accounts.token"),
                answers(
                        "hides what it refuses",
                        to("GET", "/v1/security-events"),
                        404,
                        PROBLEM,
                        problem(404, "not_found"),
                        "accounts.admin"),
                answers(
                        "follows every redirect",
                        to("GET", "/oauth/authorize"),
                        200,
                        "text/html",
                        "<p>Sign in</p>",
                        "signin.redirect"),
                text(
                        "takes plain PKCE",
                        to("GET", "/.well-known/"),
                        body -> body.replace("\"S256\"", "\"plain\""),
                        "signin.metadata"),
                answers(
                        "fails at tokens",
                        to("POST", "/oauth/token"),
                        400,
                        JSON,
                        "{\"error\":\"invalid_request\"}",
                        "signin.code",
                        "signin.refresh",
                        "signin.device"),
                of(
                        "never says for how long",
                        (request, real) -> {
                            Transport.Incoming in = real.open(request);
                            Map<String, List<String>> headers = new HashMap<>(in.headers());
                            headers.put("ratelimit", List.of("\"default\";r=3;t=60"));
                            return SESSION.test(request) && asked.getAndIncrement() > 0
                                    ? new Transport.Incoming(
                                            429,
                                            Map.of("content-type", List.of(PROBLEM), "ratelimit", List.of("r=0")),
                                            new ByteArrayInputStream(problem(429, "too_many_requests")
                                                    .getBytes(StandardCharsets.UTF_8)))
                                    : new Transport.Incoming(in.status(), headers, in.body());
                        },
                        "limits.refused"));
    }

    private static String problem(int status, String code) {
        return "{\"type\":\"https://waystation.example/problems/" + code + "\",\"title\":\"t\",\"status\":" + status
                + ",\"code\":\"" + code + "\"}";
    }

    private static List<Mutation> service() {
        return List.of(
                answers(
                        "is not well",
                        to("GET", "/health"),
                        503,
                        PROBLEM,
                        problem(503, "unavailable"),
                        "service.health"),
                text(
                        "has another document",
                        to("GET", "/v1/openapi"),
                        body -> body.substring(0, 5_000),
                        "service.document"),
                text(
                        "names another epoch each time",
                        SESSION,
                        body -> body.replaceFirst("\"epoch\":\"[^\"]+\"", "\"epoch\":\"" + Op.newId() + "\""),
                        "session.who",
                        "changes.epoch"),
                request(
                        "takes DELETE for GET",
                        request -> request.path().equals("/v1/session")
                                ? new Request("GET", request.path(), request.headers(), request.body())
                                : request,
                        "problem.method"),
                request(
                        "mends every body",
                        request -> OPERATIONS.test(request) ? withBody(request, "{\"operations\":[]}") : request,
                        "problem.json",
                        "problem.utf8",
                        "problem.depth",
                        "problem.size"),
                request(
                        "forgets queries",
                        request -> withPath(request, request.path().replaceFirst("\\?.*", "")),
                        "problem.query",
                        "problem.twice",
                        "snapshot.kinds",
                        "snapshot.kinds-unknown",
                        "snapshot.resume",
                        "snapshot.mark",
                        "scope.companies",
                        "scope.mine",
                        "scope.since",
                        "scope.invalid",
                        "rest.pages",
                        "rest.pages-stable",
                        "rest.filter",
                        "rest.filter-invalid"),
                request(
                        "takes ids as they come",
                        request -> withPath(
                                request, request.path().replaceFirst("/v1/tickets/(1-1.*|.*[A-Z].*)", "/v1/tickets")),
                        "problem.id"));
    }

    private static ObjectNode changed(ObjectNode page, UnaryOperator<List<JsonNode>> other) {
        List<JsonNode> changes =
                other.apply(new ArrayList<>(page.path("changes").valueStream().toList()));
        ArrayNode list = page.putArray("changes");
        changes.forEach(list::add);
        return page;
    }

    private static List<Mutation> feed() {
        String change =
                "{\"kind\":\"note\",\"id\":\"0191d5a0-4c00-7a01-8a4f-7d5b1c2e3f41\",\"seq\":8,\"deleted\":true}";
        return List.of(
                json(
                        "has no tombstones",
                        CHANGES,
                        page -> changed(
                                page,
                                all -> all.stream()
                                        .filter(one -> !one.has("deleted"))
                                        .toList()),
                        "changes.tombstone"),
                json(
                        "turns the order round",
                        CHANGES,
                        page -> changed(page, all -> {
                            Collections.reverse(all);
                            return all;
                        }),
                        "changes.order"),
                json(
                        "says that nothing more is there",
                        CHANGES,
                        page -> page.put("more", false),
                        "changes.more",
                        "changes.order"),
                json(
                        "skips what comes last",
                        CHANGES,
                        page -> changed(page, all -> all.subList(0, Math.max(0, all.size() - 1))),
                        "changes.edit",
                        "snapshot.consistent",
                        "operations.touch"),
                json(
                        "skips what comes first",
                        CHANGES,
                        page -> changed(page, all -> all.subList(Math.min(1, all.size()), all.size())),
                        "changes.commit-order"),
                json(
                        "repeats a change",
                        CHANGES,
                        page -> changed(page, all -> {
                            all.add(Json.read(change));
                            return all;
                        }),
                        "changes.nothing",
                        "operations.rejected-nothing"),
                request(
                        "goes on from any cursor and with any limit",
                        request -> withPath(
                                request,
                                CHANGES.test(request) || request.path().startsWith("/v1/events")
                                        ? "/v1/companies?limit=1"
                                        : request.path()),
                        "changes.cursor",
                        "changes.limit",
                        "events.cursor",
                        "events.behind",
                        "events.write",
                        "events.quiet"));
    }

    private static List<Mutation> snapshots() {
        return List.of(
                text(
                        "cuts the end off",
                        SNAPSHOT,
                        body -> body.lines()
                                .filter(line -> !line.startsWith("{\"end\""))
                                .collect(Collectors.joining("\n")),
                        "snapshot.frame"),
                text(
                        "loses a record",
                        SNAPSHOT,
                        body -> {
                            List<String> lines = new ArrayList<>(body.lines().toList());
                            lines.remove(lines.size() - 2);
                            return String.join("\n", lines);
                        },
                        "snapshot.counts"),
                text(
                        "sends a record twice",
                        SNAPSHOT,
                        body -> {
                            List<String> lines = new ArrayList<>(body.lines().toList());
                            lines.add(lines.size() - 1, lines.get(lines.size() - 2));
                            return String.join("\n", lines);
                        },
                        "snapshot.once",
                        "snapshot.counts"),
                text(
                        "says workable too soon",
                        SNAPSHOT,
                        body -> {
                            List<String> lines = new ArrayList<>(body.lines().toList());
                            lines.remove("{\"workable\":true}");
                            lines.add(1, "{\"workable\":true}");
                            return String.join("\n", lines);
                        },
                        "snapshot.workable"),
                ignores("Accept-Encoding", "snapshot.zstd"),
                text(
                        "counts a record that is not there",
                        to("GET", "/v1/digests"),
                        body -> body.replaceFirst("\"count\":", "\"count\":1"),
                        "copy.digests"),
                text(
                        "has every other id",
                        to("GET", "/v1/live-ids"),
                        body -> {
                            List<String> lines = body.lines().toList();
                            return IntStream.range(0, lines.size())
                                    .filter(line -> line == 0 || line % 2 == lines.size() % 2)
                                    .mapToObj(lines::get)
                                    .collect(Collectors.joining("\n"));
                        },
                        "copy.live-ids"),
                json(
                        "does not say what left",
                        CHANGES,
                        page -> changed(
                                page,
                                all -> all.stream()
                                        .filter(one -> !one.has("left"))
                                        .toList()),
                        "scope.changes"),
                text("has old records", SNAPSHOT, body -> body.replace("\"p1\"", "\"p3\""), "snapshot.current"));
    }

    private static ObjectNode retried(ObjectNode body) {
        ArrayNode results = Json.object().putArray("results");
        body.path("results")
                .forEach(result -> results.addObject()
                        .put("id", result.path("id").asString())
                        .put("outcome", "retry")
                        .put("retryAfter", 1));
        return Json.object().set("results", results);
    }

    private static List<Mutation> edits() {
        return List.of(
                json(
                        "does nothing for good",
                        OPERATIONS,
                        Mutations::retried,
                        "operations.create",
                        "operations.update",
                        "operations.remove-field",
                        "operations.delete",
                        "operations.conflict",
                        "operations.conflict-deleted",
                        "operations.race",
                        "operations.rejected",
                        "operations.required",
                        "operations.unknown-field",
                        "operations.unknown-member",
                        "operations.reference",
                        "operations.taken",
                        "operations.missing",
                        "operations.depends",
                        "operations.depends-rejected",
                        "operations.depends-unknown",
                        "operations.kept",
                        "operations.batch",
                        "workflow.allowed",
                        "workflow.refused",
                        "workflow.same",
                        "workflow.resolved",
                        "workflow.pause",
                        "actions.not-update",
                        "files.missing",
                        "files.name"),
                operations(
                        "takes every operation for a new one",
                        operation -> operation.put("id", Op.newId()),
                        "operations.again",
                        "operations.again-later",
                        "operations.again-at-once",
                        "operations.order"),
                text(
                        "does not say that a chain is broken",
                        to("POST", "/v1/operations"),
                        text -> text.replace("chain_broken", "validation_failed"),
                        "operations.chain"),
                operations(
                        "does not look at dependencies",
                        operation -> {
                            operation.putArray("dependsOn");
                            return operation;
                        },
                        "operations.depends-unknown",
                        "operations.depends-rejected"),
                operations(
                        "takes its own time",
                        operation -> operation.put("performedAt", "2026-01-01T00:00:00Z"),
                        "operations.future",
                        "workflow.pause"),
                operations(
                        "chooses the ids itself",
                        operation -> operation.path("type").asString().equals("create")
                                ? operation.put("entityId", Op.newId())
                                : operation,
                        "operations.create",
                        "operations.taken"),
                json(
                        "has a result too many",
                        OPERATIONS,
                        body -> {
                            ((ArrayNode) body.path("results"))
                                    .addObject()
                                    .put("id", Op.newId())
                                    .put("outcome", "retry")
                                    .put("retryAfter", 1);
                            return body;
                        },
                        "operations.empty"),
                text(
                        "lets statuses go anywhere",
                        request -> request.path().startsWith("/v1/operations"),
                        body -> body.replace("transition_not_allowed", "validation_failed"),
                        "workflow.refused"));
    }

    private static List<Mutation> reading() {
        return List.of(
                answers("finds nothing wrong", to("POST", "/v1/tickets"), 200, JSON, "{}", "rest.create-invalid"),
                answers("forgets nothing", to("DELETE", "/v1/notes/"), 204, "", "", "rest.delete"),
                text(
                        "answers with old fields",
                        to("PATCH", "/v1/tickets"),
                        body -> body.replace("\"version\":2", "\"version\":1")
                                .replace("\"version\":3", "\"version\":2")
                                .replace("\"data\":{", "\"data\":{\"tags\":[],"),
                        "rest.patch",
                        "rest.patch-null",
                        "rest.patch-any"),
                request(
                        "answers another ticket",
                        request -> to("GET", "/v1/tickets/").test(request)
                                ? withPath(request, "/v1/tickets?limit=1")
                                : request,
                        "rest.not-found",
                        "rest.parts",
                        "rest.read"),
                of(
                        "takes a wrong step for a wrong field",
                        (request, real) -> {
                            Transport.Incoming in = real.open(request);
                            return in.status() == 409
                                    ? new Transport.Incoming(
                                            400,
                                            in.headers(),
                                            new ByteArrayInputStream(problem(400, "validation_failed")
                                                    .getBytes(StandardCharsets.UTF_8)))
                                    : in;
                        },
                        "rest.workflow",
                        "files.offset"));
    }

    private static List<Mutation> files() {
        return List.of(
                request(
                        "takes every piece for the first",
                        request -> withHeader(request, "Upload-Offset", "0"),
                        "files.offset",
                        "files.resume"),
                request(
                        "takes every type of piece",
                        request -> withHeader(request, "Content-Type", "application/offset+octet-stream"),
                        "files.media"),
                ignores("Upload-Metadata", "files.checksum"),
                request(
                        "takes more than was announced",
                        request -> withHeader(request, "Upload-Length", "1000"),
                        "files.too-much"),
                answers("keeps uploads", to("DELETE", "/v1/uploads/"), 204, "", "", "files.abandon"),
                text(
                        "believes the client",
                        OPERATIONS,
                        body -> body.replace("image/png", "text/plain"),
                        "files.attach"),
                of(
                        "keeps each content anew",
                        (request, real) -> {
                            Transport.Incoming in = real.open(request);
                            Map<String, List<String>> headers = new HashMap<>(in.headers());
                            headers.computeIfPresent("etag", (name, old) -> List.of("\"" + Op.newId() + "\""));
                            return new Transport.Incoming(in.status(), headers, in.body());
                        },
                        "files.same",
                        "rest.stale"));
    }
}
