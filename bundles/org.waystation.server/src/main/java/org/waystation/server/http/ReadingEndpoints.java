package org.waystation.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.waystation.api.record.EntityKind;
import org.waystation.server.database.Database;
import org.waystation.server.kind.FieldType;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.kind.Kinds;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.Hashes;
import org.waystation.server.record.Json;
import org.waystation.server.record.Listing;
import org.waystation.server.record.RecordTable;
import org.waystation.server.record.StoredRecord;
import org.waystation.server.session.Rights;

/** Plain reading, for tools and for those who want to check what the server has. */
final class ReadingEndpoints {

    private static final int STANDARD_LIMIT = 100;

    private final Database database;
    private final Listing listing;
    private final RecordTable records = new RecordTable();

    ReadingEndpoints(Database database) {
        this.database = database;
        this.listing = new Listing(database);
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (KindDefinition kind : Kinds.all()) {
            String collection = "/v1/" + kind.path();
            routes.add(new Route("GET", collection, false, exchange -> list(exchange, kind)));
            routes.add(new Route("GET", collection + "/{id}", false, exchange -> one(exchange, kind)));
            if (kind.parent().filter("ticketId"::equals).isPresent()) {
                routes.add(new Route(
                        "GET", "/v1/tickets/{id}/" + kind.path(), false, exchange -> listOfTicket(exchange, kind)));
            }
        }
        return routes;
    }

    private void list(Exchange exchange, KindDefinition kind) throws SQLException, IOException {
        Set<String> known = new HashSet<>(kind.filters());
        known.addAll(Set.of("limit", "after"));
        Parameters parameters = new Parameters(exchange.request(), known);
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String field : kind.filters()) {
            // Of a closed set of words several may be asked for.
            List<String> values = kind.field(field).orElseThrow().type() instanceof FieldType.Word
                    ? parameters.words(field)
                    : parameters.text(field).stream().toList();
            if (parameters.text(field).isPresent()) {
                requireValues(kind, field, values);
                filters.put(field, values);
            }
        }
        send(exchange, kind, filters, parameters);
    }

    private static void requireValues(KindDefinition kind, String field, List<String> values) {
        FieldType type = kind.field(field).orElseThrow().type();
        for (String value : values) {
            boolean fits = type instanceof FieldType.Whole
                    ? value.matches("[1-9][0-9]{0,17}")
                    : type.check(Json.mapper().getNodeFactory().textNode(value)).isEmpty();
            if (!fits) {
                throw ProblemException.ofField(field, "invalid", "is not a value of this field");
            }
        }
        if (values.isEmpty()) {
            throw ProblemException.ofField(field, "required", "must not be empty");
        }
    }

    private void listOfTicket(Exchange exchange, KindDefinition kind) throws SQLException, IOException {
        UUID ticket = Parameters.id("id", exchange.pathValues().get("id"));
        Parameters parameters = new Parameters(exchange.request(), Set.of("limit", "after"));
        find(exchange, EntityKind.TICKET, ticket);
        send(exchange, kind, Map.of("ticketId", List.of(ticket.toString())), parameters);
    }

    private void send(Exchange exchange, KindDefinition kind, Map<String, List<String>> filters, Parameters parameters)
            throws SQLException, IOException {
        Optional<UUID> after = parameters.text("after").map(text -> Parameters.id("after", text));
        int limit = parameters.limit(STANDARD_LIMIT);
        List<Listing.Row> rows = listing.page(exchange.signedIn(), kind, filters, after, limit);
        boolean more = rows.size() > limit;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.mapper().createGenerator(body)) {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (Listing.Row row : more ? rows.subList(0, limit) : rows) {
                json.writeStartObject();
                json.writeStringField("kind", kind.kind().code());
                json.writeStringField("id", row.id().toString());
                json.writeNumberField("version", row.version());
                json.writeNumberField("seq", row.seq());
                json.writeFieldName("actions");
                json.writeRawValue(row.actions());
                json.writeFieldName("data");
                json.writeRawValue(row.data());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("next", more ? rows.get(limit - 1).id().toString() : null);
            json.writeEndObject();
        }
        byte[] bytes = body.toByteArray();
        exchange.response().getHeaders().put(HttpHeader.CACHE_CONTROL, "private, no-cache");
        if (!Tags.answered(exchange, Hashes.sha256(bytes).substring(0, 32))) {
            Answers.send(exchange.response(), exchange.callback(), 200, Answers.JSON, bytes);
        }
    }

    private void one(Exchange exchange, KindDefinition kind) throws SQLException {
        new Parameters(exchange.request(), Set.of());
        StoredRecord record = find(
                exchange, kind.kind(), Parameters.id("id", exchange.pathValues().get("id")));
        // The version alone would not do: fields the server keeps change without it.
        String tag = record.version() + "." + record.seq();
        exchange.response().getHeaders().put(HttpHeader.CACHE_CONTROL, "private, no-cache");
        if (!Tags.answered(exchange, tag)) {
            byte[] body = Json.text(record.envelope(new Rights(exchange.signedIn()).actions(record)))
                    .getBytes(StandardCharsets.UTF_8);
            Answers.send(exchange.response(), exchange.callback(), 200, Answers.JSON, body);
        }
    }

    private StoredRecord find(Exchange exchange, EntityKind kind, UUID id) throws SQLException {
        try (Connection connection = database.connectAs(exchange.signedIn().scope())) {
            return records.find(connection, id)
                    .filter(record -> record.kind().equals(kind) && !record.deleted())
                    .orElseThrow(() ->
                            new ProblemException(ProblemCode.NOT_FOUND, "There is no " + kind + " with this id."));
        }
    }
}
