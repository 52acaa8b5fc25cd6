package org.waystation.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.waystation.api.sync.Operation;
import org.waystation.server.database.Database;
import org.waystation.server.kind.Ids;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.kind.Kinds;
import org.waystation.server.operation.Edit;
import org.waystation.server.operation.Operations;
import org.waystation.server.operation.Outcome;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.RecordTable;
import org.waystation.server.record.StoredRecord;
import org.waystation.server.session.Rights;

/** Plain writing, for scripts: one record a request. Each becomes an operation, so that the same rules hold. */
final class WritingEndpoints {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"([0-9]{1,18})(?:\\.[0-9]{1,18})?(?:--[a-z]+)?\"");
    private static final String KEY = "Idempotency-Key";
    private static final int MAX_KEY = 255;

    private final Database database;
    private final Operations operations;
    private final RecordTable records = new RecordTable();
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final NameBasedGenerator keyed = Generators.nameBasedGenerator();

    WritingEndpoints(Database database) {
        this.database = database;
        this.operations = new Operations(database);
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (KindDefinition kind : Kinds.all()) {
            String collection = "/v1/" + kind.path();
            if (kind.writable().contains(Operation.Type.CREATE)) {
                routes.add(new Route("POST", collection, false, exchange -> create(exchange, kind)));
            }
            if (kind.writable().contains(Operation.Type.UPDATE)) {
                routes.add(new Route("PATCH", collection + "/{id}", false, exchange -> update(exchange, kind)));
            }
            if (kind.writable().contains(Operation.Type.DELETE)) {
                routes.add(new Route("DELETE", collection + "/{id}", false, exchange -> delete(exchange, kind)));
            }
        }
        return routes;
    }

    private void create(Exchange exchange, KindDefinition kind) throws IOException {
        JsonNode body = body(exchange);
        JsonNode id = body.path("id");
        if (!id.isMissingNode() && !(id.isTextual() && Ids.isId(id.textValue()))) {
            throw ProblemException.ofField("id", "not_an_id", "must be a UUID in lower case");
        }
        if (!body.path("data").isObject()) {
            throw ProblemException.ofField("data", "required", "must be an object with the record's fields");
        }
        UUID entity = id.isMissingNode() ? ids.generate() : UUID.fromString(id.textValue());
        StoredRecord made = apply(exchange, kind, Operation.Type.CREATE, entity, 0, fields(body.get("data")));
        exchange.response().getHeaders().put(HttpHeader.LOCATION, "/v1/" + kind.path() + "/" + made.id());
        send(exchange, 201, made);
    }

    private void update(Exchange exchange, KindDefinition kind) throws IOException, SQLException {
        UUID id = Parameters.id("id", exchange.pathValues().get("id"));
        Map<String, JsonNode> changes = fields(body(exchange));
        long version = version(exchange, kind, id);
        send(exchange, 200, apply(exchange, kind, Operation.Type.UPDATE, id, version, changes));
    }

    private void delete(Exchange exchange, KindDefinition kind) throws SQLException {
        new Parameters(exchange.request(), Set.of());
        UUID id = Parameters.id("id", exchange.pathValues().get("id"));
        apply(exchange, kind, Operation.Type.DELETE, id, version(exchange, kind, id), Map.of());
        exchange.response().setStatus(204);
        exchange.callback().succeeded();
    }

    private static JsonNode body(Exchange exchange) throws IOException {
        new Parameters(exchange.request(), Set.of());
        return JsonBody.read(exchange);
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private StoredRecord apply(
            Exchange exchange,
            KindDefinition kind,
            Operation.Type type,
            UUID entity,
            long version,
            Map<String, JsonNode> changes) {
        Edit edit = new Edit(operation(exchange), type, kind, entity, version, changes, List.of(), Instant.now());
        Outcome outcome = operations.apply(exchange.signedIn(), List.of(edit)).getFirst();
        return switch (outcome) {
            case Outcome.Applied applied -> applied.record();
            case Outcome.Conflict conflict -> {
                // With the record as it now is in the tag, so that the script can look and try again.
                conflict.current()
                        .ifPresent(now -> exchange.response().getHeaders().put(HttpHeader.ETAG, tag(now)));
                throw new ProblemException(
                        ProblemCode.PRECONDITION_FAILED,
                        conflict.current().isPresent() ? "Read it again and repeat." : "It was deleted.");
            }
            case Outcome.Rejected rejected -> throw new ProblemException(rejected.problem());
            case Outcome.Retry retry -> throw new ProblemException(ProblemCode.UNAVAILABLE, "Try again in a moment.");
        };
    }

    /** The same key of the same person is the same operation. */
    private UUID operation(Exchange exchange) {
        Optional<String> key =
                Optional.ofNullable(exchange.request().getHeaders().get(KEY));
        if (key.isPresent() && (key.get().isBlank() || key.get().length() > MAX_KEY)) {
            throw ProblemException.ofField(KEY, "malformed", "must have 1 to " + MAX_KEY + " characters");
        }
        return key.map(text -> keyed.generate(
                        (exchange.signedIn().id() + " " + exchange.request().getMethod() + " "
                                        + exchange.request().getHttpURI().getPath() + " " + text)
                                .getBytes(StandardCharsets.UTF_8)))
                .orElseGet(ids::generate);
    }

    /** What the caller saw. Fields that the server keeps change the tag but not the version, and never conflict. */
    private long version(Exchange exchange, KindDefinition kind, UUID id) throws SQLException {
        String held = exchange.header(HttpHeader.IF_MATCH)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.PRECONDITION_REQUIRED, "Send If-Match with the ETag you read, or *."));
        if (held.strip().equals("*")) {
            try (Connection connection = database.connectAs(exchange.signedIn().scope())) {
                return records.find(connection, id)
                        .filter(record -> record.kind().equals(kind.kind()) && !record.deleted())
                        .map(StoredRecord::version)
                        .orElseThrow(() -> new ProblemException(
                                ProblemCode.NOT_FOUND, "There is no " + kind.kind() + " with this id."));
            }
        }
        Matcher matcher = VERSION.matcher(held.strip());
        if (!matcher.matches()) {
            throw ProblemException.ofField("If-Match", "malformed", "must be one ETag as it was read, or *");
        }
        return Long.parseLong(matcher.group(1));
    }

    private static void send(Exchange exchange, int status, StoredRecord record) {
        exchange.response().getHeaders().put(HttpHeader.ETAG, tag(record));
        ObjectNode body = record.envelope(new Rights(exchange.signedIn()).actions(record));
        Answers.json(exchange.response(), exchange.callback(), status, Answers.JSON, body);
    }

    static String tag(StoredRecord record) {
        return "\"" + record.version() + "." + record.seq() + "\"";
    }
}
