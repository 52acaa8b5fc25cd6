package org.waystation.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.server.database.Scope;
import org.waystation.server.kind.Kinds;
import org.waystation.server.operation.Edit;
import org.waystation.server.operation.EditDesk;
import org.waystation.server.operation.EditParser;
import org.waystation.server.operation.Outcome;
import org.waystation.server.problem.ApiProblem;
import org.waystation.server.problem.FieldProblem;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.Cursor;
import org.waystation.server.record.Json;
import org.waystation.server.record.StoredRecord;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Rights;

/**
 * The MSP server in memory: its parsing, validation, workflow and rules are the real server's own classes; feed, snapshot
 * and idempotency are kept here as the contract has them.
 */
final class MemoryServer {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    private static final String PROBLEM = "application/problem+json";
    private static final int UUID_LENGTH = 36;

    private final VirtualTime time;
    private final EditDesk desk;
    private final EditParser parser = new EditParser();
    private final Map<UUID, Scope> scopes = new HashMap<>();
    private final Map<UUID, Long> scopeRevisions = new HashMap<>();
    private final List<Written> history = new ArrayList<>();
    private ServerMemory memory = new ServerMemory();
    private UUID epoch;
    private int life;

    /** Whether an operation that comes again is known again. Switched off only to see the simulation find it. */
    boolean idempotent = true;

    /** Whether it sends what its caller may not see. Switched on only to see the simulation find it. */
    boolean leaks;

    /**
     * What an operation made of its record; kept whatever becomes of the server, for the checks at the end.
     *
     * @param life how often the server was restored before
     */
    record Written(int life, UUID operationId, UUID entityId, Map<String, JsonNode> data, boolean deleted) {}

    /** What goes over the wire. */
    record Answer(int status, String type, byte[] body) {}

    MemoryServer(VirtualTime time, UUID epoch) {
        this.time = time;
        this.epoch = epoch;
        this.desk = new EditDesk(time::now);
    }

    ServerMemory memory() {
        return memory;
    }

    UUID epoch() {
        return epoch;
    }

    List<Written> history() {
        return history;
    }

    void beginEpoch(UUID next) {
        epoch = next;
    }

    /** Goes on from a backup. */
    void restore(ServerMemory backup) {
        memory = backup.copy();
        life++;
    }

    /** Which companies somebody may see; everything else of companies is not theirs. */
    void scope(UUID user, Set<UUID> companies) {
        Scope scope = new Scope(false, companies, true);
        if (!scope.equals(scopes.put(user, scope))) {
            scopeRevisions.merge(user, 1L, Long::sum);
        }
    }

    boolean inScope(UUID user, StoredRecord record) {
        Scope scope = scopes.getOrDefault(user, Scope.EVERYTHING);
        return scope.everything()
                || record.companyId()
                        .filter(id -> !scope.companies().contains(id))
                        .isEmpty();
    }

    /** The caller with what that person may see now. */
    private Caller current(Caller caller) {
        return new Caller(
                caller.id(),
                caller.name(),
                caller.email(),
                caller.role(),
                scopes.getOrDefault(caller.id(), Scope.EVERYTHING),
                scopeRevisions.getOrDefault(caller.id(), 0L));
    }

    Answer handle(Caller person, String method, String path, Map<String, String> query, byte[] body) {
        Caller caller = current(person);
        try {
            return switch (method + " " + path) {
                case "GET /v1/session" -> session(caller);
                case "GET /v1/snapshot" ->
                    new Answer(200, NDJSON, reading(caller).snapshot(query));
                case "GET /v1/changes" -> json(reading(caller).changes(query));
                case "GET /v1/digests" -> json(reading(caller).digests(query));
                case "GET /v1/live-ids" ->
                    new Answer(200, NDJSON, reading(caller).liveIds(query));
                case "GET /v1/events" -> events(caller, query);
                case "POST /v1/operations" -> operations(caller, body, Integer.MAX_VALUE);
                default -> one(caller, method, path);
            };
        } catch (ProblemException e) {
            return problem(e.problem());
        }
    }

    private Answer one(Caller caller, String method, String path) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        return method.equals("GET") && id.length() == UUID_LENGTH
                ? json(reading(caller).one(UUID.fromString(id)))
                : problem(ApiProblem.of(ProblemCode.NOT_FOUND, path));
    }

    private Answer session(Caller caller) {
        ObjectNode body = Json.object();
        body.putObject("user")
                .put("id", caller.id().toString())
                .put("name", caller.name())
                .put("email", caller.email());
        body.put("role", caller.role().code());
        body.put("provider", "Northwind MSP");
        body.put("epoch", epoch.toString());
        body.put("serverTime", time.now().toString());
        body.put("offlineLeaseDays", 7);
        return json(body);
    }

    private MemoryReading reading(Caller caller) {
        return new MemoryReading(memory, epoch, caller, record -> leaks || inScope(caller.id(), record));
    }

    private Answer events(Caller caller, Map<String, String> query) {
        Cursor cursor = reading(caller).cursor(query);
        String news = memory.sequence() > cursor.seq()
                ? "event: news\ndata: {\"seq\":" + memory.sequence() + "}\n\n"
                : ": beat\n\n";
        return new Answer(200, "text/event-stream", news.getBytes(StandardCharsets.UTF_8));
    }

    /** @param most dies after so many operations, as a process that is killed does */
    Answer operations(Caller person, byte[] body, int most) {
        Caller caller = current(person);
        List<Edit> edits;
        try {
            edits = parser.parse(Json.mapper().readTree(body));
        } catch (IOException e) {
            return problem(ApiProblem.of(ProblemCode.MALFORMED_JSON, ""));
        } catch (ProblemException e) {
            return problem(e.problem());
        }
        ObjectNode answer = Json.object();
        ArrayNode results = answer.putArray("results");
        for (Edit edit : edits.subList(0, Math.min(most, edits.size()))) {
            results.add(node(caller, applyOne(caller, edit)));
        }
        return json(answer);
    }

    private Outcome applyOne(Caller caller, Edit edit) {
        try {
            return apply(caller, edit);
        } catch (ProblemException e) {
            return new Outcome.Rejected(edit.id(), e.problem());
        }
    }

    Outcome apply(Caller person, Edit edit) {
        Caller caller = current(person);
        ServerMemory.Claim earlier = memory.claims().get(edit.id());
        if (earlier != null && idempotent) {
            return repeated(caller, edit, earlier);
        }
        Optional<UUID> open = edit.dependsOn().stream()
                .filter(id -> !memory.claims().containsKey(id))
                .findFirst();
        if (open.isPresent()) {
            throw new ProblemException(ProblemCode.DEPENDENCY_NOT_APPLIED, "Operation " + open.get());
        }
        ScopedLedger visible = new ScopedLedger(memory, record -> inScope(caller.id(), record));
        Outcome outcome = desk.apply(visible, caller, edit);
        if (outcome instanceof Outcome.Applied applied) {
            memory.claims().put(edit.id(), new ServerMemory.Claim(caller.id(), edit.entityId()));
            note(edit.id(), applied.record());
        }
        return outcome;
    }

    private Outcome repeated(Caller caller, Edit edit, ServerMemory.Claim earlier) {
        if (!earlier.userId().equals(caller.id())) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "The operation's id is somebody else's.");
        }
        StoredRecord record = memory.find(earlier.entityId())
                .filter(found -> inScope(caller.id(), found))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "Its record was deleted long ago."));
        return new Outcome.Applied(edit.id(), record);
    }

    private void note(UUID operationId, StoredRecord record) {
        Map<String, JsonNode> data = new LinkedHashMap<>();
        record.data().properties().forEach(field -> data.put(field.getKey(), field.getValue()));
        history.add(new Written(life, operationId, record.id(), data, record.deleted()));
    }

    /** Somebody writes with a newer program: fields, words and kinds that we do not know. */
    void writeFreely(UUID operationId, EntityKind kind, UUID id, Optional<UUID> companyId, ObjectNode data) {
        note(operationId, memory.writeFreely(kind, id, companyId, data));
    }

    static boolean isKnown(EntityKind kind) {
        return Kinds.find(kind).isPresent();
    }

    private static ObjectNode node(Caller caller, Outcome outcome) {
        ObjectNode node = Json.object().put("id", outcome.operationId().toString());
        switch (outcome) {
            case Outcome.Applied applied ->
                node.put("outcome", "applied").set("record", envelope(caller, applied.record()));
            case Outcome.Conflict conflict ->
                node.put("outcome", "conflict")
                        .set(
                                "record",
                                conflict.current()
                                        .map(record -> envelope(caller, record))
                                        .orElse(null));
            case Outcome.Rejected rejected ->
                node.put("outcome", "rejected").set("problem", problemNode(rejected.problem()));
            case Outcome.Retry retry -> node.put("outcome", "retry").put("retryAfter", retry.afterSeconds());
        }
        return node;
    }

    private static ObjectNode envelope(Caller caller, StoredRecord record) {
        return record.envelope(new Rights(caller).actions(record));
    }

    private static Answer json(ObjectNode body) {
        return new Answer(200, JSON, Json.text(body).getBytes(StandardCharsets.UTF_8));
    }

    static Answer problem(ApiProblem problem) {
        return new Answer(
                problem.code().status(),
                PROBLEM,
                Json.text(problemNode(problem)).getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode problemNode(ApiProblem problem) {
        ObjectNode node = Json.object();
        node.put("type", problem.type());
        node.put("title", problem.code().title());
        node.put("status", problem.code().status());
        node.put("detail", problem.detail());
        node.put("code", problem.code().code());
        ArrayNode errors = node.putArray("errors");
        for (FieldProblem error : problem.errors()) {
            errors.addObject()
                    .put("field", error.field())
                    .put("code", error.code())
                    .put("detail", error.detail());
        }
        return node;
    }
}
