package org.waystation.server.http;

import static org.waystation.server.kind.FieldType.Moment.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.waystation.server.database.Database;
import org.waystation.server.database.ServerMeta;
import org.waystation.server.metrics.Metrics;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.FeedHead;
import org.waystation.server.record.Json;
import org.waystation.server.session.Caller;

/** Health, metrics, and the session. */
final class ServiceEndpoints {

    private final Database database;
    private final ServerMeta meta;
    private final Metrics metrics;

    ServiceEndpoints(Database database, ServerMeta meta, Metrics metrics) {
        this.metrics = metrics;
        this.database = database;
        this.meta = meta;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/health", true, this::health),
                new Route("GET", "/metrics", false, this::metrics),
                new Route("GET", "/v1/session", false, this::session));
    }

    private void health(Exchange exchange) throws SQLException {
        try (Connection connection = database.connect()) {
            FeedHead.read(connection);
        }
        exchange.sendJson(Json.object().put("status", "ok"));
    }

    /** For a token of somebody who sees every company: how much goes on is nobody else's business. */
    private void metrics(Exchange exchange) throws IOException {
        if (!exchange.signedIn().scope().everything()) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "Only for those who see every company.");
        }
        Answers.send(exchange.response(), exchange.callback(), 200, Metrics.mediaType(), metrics.text());
    }

    private void session(Exchange exchange) {
        Caller caller = exchange.signedIn();
        ObjectNode body = Json.object();
        body.putObject("user")
                .put("id", caller.id().toString())
                .put("name", caller.name())
                .put("email", caller.email());
        body.put("role", caller.role().code());
        body.put("provider", meta.provider());
        body.put("epoch", meta.epoch().toString());
        body.put("offlineLeaseDays", meta.offlineLeaseDays());
        body.put("serverTime", wire(Instant.now()));
        exchange.sendJson(body);
    }
}
