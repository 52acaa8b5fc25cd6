package org.waystation.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What checks work with: the server as one person, and as a second where there is one. Whatever a check needs it makes
 * itself, as tickets that are named as such; it changes nothing that was there before.
 */
public final class Bench {

    /** What the subject of everything begins with that this program makes. */
    public static final String MARK = "Conformance check: ";

    private final Contract contract;
    private final Api api;
    private final Optional<String> secondToken;
    private @Nullable String company;

    public Bench(Transport transport, Contract contract, String token, Optional<String> secondToken) {
        this.contract = contract;
        this.api = new Api(transport, contract, Optional.of(token));
        this.secondToken = secondToken;
    }

    public Api api() {
        return api;
    }

    public Api anonymous() {
        return api.as(Optional.empty());
    }

    public Api second() {
        return api.as(Optional.of(
                secondToken.orElseThrow(() -> new NotAsked("needs --second-token, a token of another person"))));
    }

    /** Everybody there is. */
    public List<Api> people() {
        return secondToken
                .map(token -> List.of(api, api.as(Optional.of(token))))
                .orElseGet(() -> List.of(api));
    }

    public Contract contract() {
        return contract;
    }

    public String me() throws IOException {
        return api.get("/v1/session").expect(200).json().at("/user/id").asString();
    }

    /** The id of some company that the caller may see. */
    public String company() throws IOException {
        if (company == null) {
            company = snapshot("company").stream()
                    .filter(line -> line.path("kind").asString("").equals("company"))
                    .map(line -> line.path("id").asString())
                    .findFirst()
                    .orElseThrow(() -> new NotAsked("needs a company that the token's person may see"));
        }
        return company;
    }

    /** The lines of a snapshot. */
    public List<JsonNode> snapshot(String kinds) throws IOException {
        Reply reply = api.get("/v1/snapshot" + (kinds.isEmpty() ? "" : "?kinds=" + kinds))
                .expect(200);
        return reply.text().lines().map(Json::read).toList();
    }

    /** Where the history stands now. */
    public String cursor() throws IOException {
        List<JsonNode> lines = snapshot("company");
        return lines.getLast().at("/end/cursor").asString();
    }

    /** All that changed after a cursor, page by page. */
    public List<JsonNode> changes(String cursor) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        String at = cursor;
        boolean more = true;
        while (more) {
            JsonNode page = api.get("/v1/changes?cursor=" + at).expect(200).json();
            page.path("changes").forEach(all::add);
            at = page.path("cursor").asString();
            more = page.path("more").asBoolean();
        }
        return all;
    }

    /** A ticket with all it must have. */
    public Op ticket(String subject) throws IOException {
        return Op.create("ticket")
                .set("subject", MARK + subject)
                .set("companyId", company())
                .set("type", "incident")
                .set("priority", "p3");
    }

    public Op note(String ticketId, String body) {
        return Op.create("note")
                .set("ticketId", ticketId)
                .set("visibility", "internal")
                .set("body", body);
    }

    public Op time(String ticketId, int minutes) {
        return Op.create("timeEntry")
                .set("ticketId", ticketId)
                .set("minutes", minutes)
                .set("workType", "remote")
                .set("billable", true)
                .set("startedAt", "2026-01-05T10:00:00Z");
    }

    /** The results, in the order of the operations. */
    public List<JsonNode> push(Op... operations) throws IOException {
        return push(api, List.of(operations));
    }

    public static List<JsonNode> push(Api as, Collection<Op> operations) throws IOException {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("operations");
        operations.forEach(operation -> list.add(operation.node()));
        JsonNode results = as.post("/v1/operations", body).expect(200).json().path("results");
        Unmet.unlessEqual(operations.size(), results.size(), "the number of results");
        return results.valueStream().toList();
    }

    public JsonNode one(Op operation) throws IOException {
        return push(operation).getFirst();
    }

    /** The record that an operation made or changed. */
    public JsonNode apply(Op operation) throws IOException {
        return applied(one(operation));
    }

    public static JsonNode applied(JsonNode result) {
        Unmet.unlessEqual("applied", result.path("outcome").asString(""), "the outcome of " + result);
        return result.path("record");
    }

    /** The problem of an operation that was rejected. */
    public static JsonNode rejected(JsonNode result, String code) {
        Unmet.unlessEqual("rejected", result.path("outcome").asString(""), "the outcome of " + result);
        Unmet.unlessEqual(code, result.at("/problem/code").asString(""), "the code of the problem of " + result);
        return result.path("problem");
    }

    /** A new ticket, there. */
    public JsonNode newTicket(String subject) throws IOException {
        return apply(ticket(subject));
    }

    /** The record as the feed has it now; empty where the feed says that it is gone, or nothing. */
    public Optional<JsonNode> inFeed(String cursor, String id) throws IOException {
        return changes(cursor).stream()
                .filter(change -> change.path("id").asString("").equals(id))
                .filter(change -> !change.path("deleted").asBoolean(false))
                .findFirst();
    }
}
