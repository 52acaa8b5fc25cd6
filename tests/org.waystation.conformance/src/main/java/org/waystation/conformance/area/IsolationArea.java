package org.waystation.conformance.area;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waystation.conformance.Api;
import org.waystation.conformance.Area;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Json;
import org.waystation.conformance.NotAsked;
import org.waystation.conformance.Op;
import org.waystation.conformance.Reply;
import org.waystation.conformance.Requirement;
import org.waystation.conformance.Unmet;
import tools.jackson.databind.JsonNode;

/** A second person who does not see every company of the first one: nothing of those reaches that person, ever. */
public final class IsolationArea implements Area {

    @Override
    public List<Requirement> requirements() {
        return List.of(
                new Requirement("isolation.read", "A record out of reach is not there: 404 by every path.", this::read),
                new Requirement("isolation.list", "Lists and filters hold nothing out of reach.", this::list),
                new Requirement("isolation.snapshot", "A snapshot holds nothing out of reach.", this::snapshot),
                new Requirement("isolation.changes", "Neither do the changes.", this::changes),
                new Requirement("isolation.write", "It cannot be written, nor added to, nor referred to.", this::write),
                new Requirement("isolation.presence", "Who has it open is not told.", this::presence));
    }

    /** A ticket of a company that the second person does not see. */
    private static JsonNode hidden(Bench bench) throws IOException {
        Op ticket = Op.create("ticket")
                .set("subject", Bench.MARK + "not for everyone")
                .set("companyId", hiddenCompany(bench))
                .set("type", "incident");
        return bench.apply(ticket);
    }

    private static String hiddenCompany(Bench bench) throws IOException {
        Set<String> seen = companies(bench.second());
        return companies(bench.api()).stream()
                .filter(id -> !seen.contains(id))
                .findFirst()
                .orElseThrow(() -> new NotAsked("needs a second person who does not see every company of the first"));
    }

    private static Set<String> companies(Api api) throws IOException {
        Set<String> ids = new HashSet<>();
        api.get("/v1/companies?limit=1000")
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private void read(Bench bench) throws Exception {
        JsonNode ticket = hidden(bench);
        String id = ticket.path("id").asString();
        String note = bench.apply(bench.note(id, "secret")).path("id").asString();
        for (String path : List.of(
                "/v1/tickets/" + id,
                "/v1/tickets/" + id + "/notes",
                "/v1/tickets/" + id + "/time-entries",
                "/v1/notes/" + note,
                "/v1/companies/" + ticket.at("/data/companyId").asString())) {
            bench.second().get(path).expect(404, "not_found");
        }
        Unmet.unless(bench.api().get("/v1/tickets/" + id).status() == 200, "The first person must see it.");
    }

    private void list(Bench bench) throws Exception {
        JsonNode ticket = hidden(bench);
        String company = ticket.at("/data/companyId").asString();
        for (String path : List.of(
                "/v1/tickets?limit=1000",
                "/v1/tickets?companyId=" + company,
                "/v1/tickets?number=" + ticket.at("/data/number").asLong(),
                "/v1/assets?companyId=" + company,
                "/v1/contacts?limit=1000")) {
            Reply reply = bench.second().get(path).expect(200);
            Unmet.unless(!reply.text().contains(company), path + " tells of a company out of reach.");
        }
    }

    private void snapshot(Bench bench) throws Exception {
        String company = hidden(bench).at("/data/companyId").asString();
        Reply reply = bench.second().get("/v1/snapshot").expect(200);
        Unmet.unless(!reply.text().contains(company), "The snapshot tells of a company out of reach.");
    }

    private void changes(Bench bench) throws Exception {
        String company = hiddenCompany(bench);
        String cursor = Json.read(bench.second()
                        .get("/v1/snapshot?kinds=company")
                        .expect(200)
                        .text()
                        .lines()
                        .reduce("", (a, b) -> b))
                .at("/end/cursor")
                .asString();
        JsonNode ticket = hidden(bench);
        Reply reply = bench.second().get("/v1/changes?cursor=" + cursor).expect(200);
        Unmet.unless(
                !reply.text().contains(company)
                        && !reply.text().contains(ticket.path("id").asString()),
                "The changes tell of a company out of reach.");
    }

    private void write(Bench bench) throws Exception {
        JsonNode ticket = hidden(bench);
        String company = ticket.at("/data/companyId").asString();
        String id = ticket.path("id").asString();
        List<Op> tries = List.of(
                Op.update(ticket).set("priority", "p1"),
                bench.note(id, "from outside"),
                Op.create("ticket")
                        .set("subject", Bench.MARK + "from outside")
                        .set("companyId", company)
                        .set("type", "incident"),
                Op.delete(ticket));
        for (JsonNode result : Bench.push(bench.second(), tries)) {
            Unmet.unlessEqual("rejected", result.path("outcome").asString(""), "the outcome of " + result);
            Unmet.unless(!result.toString().contains("not for everyone"), "It tells of what is hidden: " + result);
        }
        Reply patched = bench.second().patch("/v1/tickets/" + id, Json.object().put("priority", "p1"), "If-Match", "*");
        Unmet.unless(patched.status() == 404 || patched.status() == 403, "A patch is answered " + patched.status());
        Unmet.unlessEqual(
                ticket, bench.api().get("/v1/tickets/" + id).expect(200).json(), "the ticket afterwards");
    }

    private void presence(Bench bench) throws Exception {
        String id = hidden(bench).path("id").asString();
        bench.api()
                .post("/v1/presence", Json.object().put("record", id).put("activity", "editing"))
                .expect(200);
        bench.second().get("/v1/presence?record=" + id).expect(404, "not_found");
        bench.second()
                .post("/v1/presence", Json.object().put("record", id).put("activity", "editing"))
                .expect(404, "not_found");
    }
}
