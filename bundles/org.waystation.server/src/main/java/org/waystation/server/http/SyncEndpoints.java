package org.waystation.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.waystation.server.database.Database;
import org.waystation.server.news.NewsStreams;
import org.waystation.server.operation.EditParser;
import org.waystation.server.operation.Operations;
import org.waystation.server.operation.Outcome;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.ChangeFeed;
import org.waystation.server.record.ChangesPage;
import org.waystation.server.record.Cursor;
import org.waystation.server.record.FeedHead;
import org.waystation.server.record.Json;
import org.waystation.server.record.Reconciliation;
import org.waystation.server.record.Snapshot;
import org.waystation.server.record.StoredRecord;
import org.waystation.server.selection.Selection;
import org.waystation.server.session.Rights;

/** Snapshot, changes, events and operations: what a workstation's copy lives from. */
final class SyncEndpoints {

    private static final int STANDARD_LIMIT = 500;
    private static final int BUFFER = 64 * 1024;

    private final Database database;
    private final UUID epoch;
    private final Snapshot snapshot;
    private final ChangeFeed changes;
    private final Reconciliation reconciliation;
    private final SelectionParameters selections = new SelectionParameters(Clock.systemUTC());
    private final Operations operations;
    private final NewsStreams news;
    private final EditParser parser = new EditParser();

    SyncEndpoints(Database database, UUID epoch, NewsStreams news) {
        this.database = database;
        this.epoch = epoch;
        this.snapshot = new Snapshot(database, epoch);
        this.changes = new ChangeFeed(database, epoch);
        this.reconciliation = new Reconciliation(database, epoch);
        this.operations = new Operations(database);
        this.news = news;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/snapshot", false, this::snapshot),
                new Route("GET", "/v1/changes", false, this::changes),
                new Route("GET", "/v1/live-ids", false, this::liveIds),
                new Route("GET", "/v1/digests", false, this::digests),
                new Route("GET", "/v1/events", false, this::events),
                new Route("POST", "/v1/operations", false, this::operations));
    }

    private void snapshot(Exchange exchange) throws IOException, SQLException {
        Parameters parameters = new Parameters(exchange.request(), SelectionParameters.and("kinds", "after"));
        Selection selection = selections.read(parameters, SelectionParameters.kinds(parameters, "kinds"));
        stream(exchange, out -> snapshot.write(selection, parameters.text("after"), exchange.signedIn(), out));
    }

    private void liveIds(Exchange exchange) throws IOException, SQLException {
        Parameters parameters = new Parameters(exchange.request(), SelectionParameters.and("kind"));
        Set<String> kind = SelectionParameters.kinds(parameters, "kind");
        if (kind.size() != 1) {
            throw ProblemException.ofField("kind", "required", "must be one kind of record");
        }
        Selection selection = selections.read(parameters, kind);
        stream(exchange, out -> reconciliation.liveIds(exchange.signedIn(), selection, out));
    }

    private void digests(Exchange exchange) throws SQLException {
        Parameters parameters = new Parameters(exchange.request(), SelectionParameters.and("kinds"));
        Selection selection = selections.read(parameters, SelectionParameters.kinds(parameters, "kinds"));
        exchange.sendJson(reconciliation.digests(exchange.signedIn(), selection));
    }

    /** Writes lines. */
    private interface Lines {
        void write(OutputStream out) throws IOException, SQLException;
    }

    private static void stream(Exchange exchange, Lines lines) throws IOException, SQLException {
        exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-ndjson");
        exchange.response().getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        // Closed only when all went well: closing ends the answer as if it were whole.
        OutputStream out = new BufferedOutputStream(Content.Sink.asOutputStream(exchange.response()), BUFFER);
        lines.write(out);
        out.close();
        exchange.callback().succeeded();
    }

    private void changes(Exchange exchange) throws IOException, SQLException {
        Parameters parameters = new Parameters(exchange.request(), SelectionParameters.and("cursor", "limit", "kinds"));
        ChangesPage page = changes.page(
                exchange.signedIn(),
                selections.read(parameters, SelectionParameters.kinds(parameters, "kinds")),
                parameters.cursor(),
                parameters.limit(STANDARD_LIMIT));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        page.write(body);
        Answers.send(exchange.response(), exchange.callback(), 200, Answers.JSON, body.toByteArray());
    }

    private void events(Exchange exchange) throws SQLException {
        Cursor cursor = new Parameters(exchange.request(), Set.of("cursor")).cursor();
        FeedHead head;
        try (Connection connection = database.connect()) {
            head = FeedHead.read(connection);
        }
        head.requireContinues(epoch, exchange.signedIn(), cursor);
        exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        exchange.response().getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        news.open(
                exchange.response(),
                exchange.signedIn().id(),
                Math.max(cursor.seq(), lastEvent(exchange, head)),
                exchange.callback());
        // The notification of what this head holds may still be on its way.
        news.publish(head.seq());
    }

    /** Where a stream that broke had come to; a client that says what never was hears everything again. */
    private static long lastEvent(Exchange exchange, FeedHead head) {
        return Optional.ofNullable(exchange.request().getHeaders().get("Last-Event-ID"))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .filter(seq -> seq <= head.seq())
                .orElse(0L);
    }

    private void operations(Exchange exchange) throws IOException {
        new Parameters(exchange.request(), Set.of());
        List<Outcome> outcomes = operations.apply(exchange.signedIn(), parser.parse(JsonBody.read(exchange)));
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        Rights rights = new Rights(exchange.signedIn());
        outcomes.forEach(outcome -> results.add(node(outcome, rights)));
        exchange.sendJson(body);
    }

    private static ObjectNode node(Outcome outcome, Rights rights) {
        ObjectNode node = Json.object();
        node.put("id", outcome.operationId().toString());
        switch (outcome) {
            case Outcome.Applied applied ->
                node.put("outcome", "applied").set("record", envelope(applied.record(), rights));
            case Outcome.Conflict conflict -> {
                node.put("outcome", "conflict");
                node.putNull("record");
                conflict.current().ifPresent(record -> node.set("record", envelope(record, rights)));
            }
            case Outcome.Rejected rejected ->
                node.put("outcome", "rejected").set("problem", Answers.problemNode(rejected.problem()));
            case Outcome.Retry retry -> node.put("outcome", "retry").put("retryAfter", retry.afterSeconds());
        }
        return node;
    }

    private static ObjectNode envelope(StoredRecord record, Rights rights) {
        return record.envelope(rights.actions(record));
    }
}
