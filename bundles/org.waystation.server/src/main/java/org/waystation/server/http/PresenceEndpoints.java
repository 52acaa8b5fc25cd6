package org.waystation.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.waystation.server.database.Database;
import org.waystation.server.kind.FieldType;
import org.waystation.server.kind.Ids;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.Json;
import org.waystation.server.record.Presence;
import org.waystation.server.record.RecordTable;
import org.waystation.server.session.Caller;

/** Who else has a record open. */
final class PresenceEndpoints {

    private static final Set<String> ACTIVITIES = Set.of("viewing", "editing", "gone");

    private final Database database;
    private final Presence presence;
    private final RecordTable records = new RecordTable();

    PresenceEndpoints(Database database) {
        this.database = database;
        this.presence = new Presence(database);
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/presence", false, this::read),
                new Route("POST", "/v1/presence", false, this::tell));
    }

    private void read(Exchange exchange) throws SQLException {
        Parameters parameters = new Parameters(exchange.request(), Set.of("record"));
        UUID record = Parameters.id("record", parameters.text("record").orElse(""));
        requireInReach(exchange.signedIn(), record);
        send(exchange, record);
    }

    private void tell(Exchange exchange) throws IOException, SQLException {
        new Parameters(exchange.request(), Set.of());
        JsonNode body = JsonBody.read(exchange);
        String id = body.path("record").asText("");
        String activity = body.path("activity").asText("");
        if (!Ids.isId(id)) {
            throw ProblemException.ofField("record", "not_an_id", "must be a UUID in lower case");
        }
        if (!ACTIVITIES.contains(activity)) {
            throw ProblemException.ofField("activity", "unknown_value", "must be one of viewing, editing, gone");
        }
        UUID record = UUID.fromString(id);
        requireInReach(exchange.signedIn(), record);
        presence.tell(exchange.signedIn(), record, activity);
        send(exchange, record);
    }

    private void requireInReach(Caller caller, UUID record) throws SQLException {
        try (Connection connection = database.connectAs(caller.scope())) {
            records.find(connection, record)
                    .filter(found -> !found.deleted())
                    .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such record."));
        }
    }

    private void send(Exchange exchange, UUID record) throws SQLException {
        ObjectNode body = Json.object();
        ArrayNode others = body.putArray("others");
        for (Presence.Other other : presence.others(exchange.signedIn(), record)) {
            others.addObject()
                    .put("userId", other.userId().toString())
                    .put("name", other.name())
                    .put("activity", other.activity())
                    .put("since", FieldType.Moment.wire(other.since()));
        }
        body.put("expiresIn", Presence.KEPT.toSeconds());
        exchange.sendJson(body);
    }
}
