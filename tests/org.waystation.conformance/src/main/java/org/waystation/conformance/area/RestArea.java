package org.waystation.conformance.area;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.waystation.conformance.Area;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Json;
import org.waystation.conformance.Op;
import org.waystation.conformance.Reply;
import org.waystation.conformance.Requirement;
import org.waystation.conformance.Unmet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plain reading and writing, for scripts. */
public final class RestArea implements Area {

    @Override
    public List<Requirement> requirements() {
        return List.of(
                new Requirement("rest.create", "POST answers 201 with Location and ETag.", this::create),
                new Requirement("rest.create-invalid", "A wrong field: 400 with its name.", this::createInvalid),
                new Requirement("rest.read", "GET answers the record as the feed has it, with an ETag.", this::read),
                new Requirement(
                        "rest.not-modified", "If-None-Match with its ETag: 304 without a body.", this::notModified),
                new Requirement("rest.head", "HEAD answers the same headers without a body.", this::head),
                new Requirement("rest.not-found", "An id of nothing, or of another kind: 404.", this::notFound),
                new Requirement("rest.patch", "PATCH with the ETag changes the fields and the ETag.", this::patch),
                new Requirement("rest.patch-null", "Null in a patch removes a field (RFC 7396).", this::patchNull),
                new Requirement("rest.patch-any", "If-Match: * takes the record as it is.", this::patchAny),
                new Requirement("rest.required", "A change without If-Match: 428.", this::preconditionRequired),
                new Requirement("rest.stale", "A stale ETag: 412 with the ETag of now.", this::stale),
                new Requirement(
                        "rest.touched", "An ETag that differs by what the server keeps still matches.", this::touched),
                new Requirement("rest.delete", "DELETE: 204, and then 404.", this::delete),
                new Requirement(
                        "rest.idempotent", "The same Idempotency-Key again makes nothing twice.", this::idempotent),
                new Requirement("rest.workflow", "The state machine holds here too: 409.", this::workflow),
                new Requirement("rest.pages", "Pages by key hold everything once, in the order of ids.", this::pages),
                new Requirement(
                        "rest.pages-stable",
                        "What is made while somebody turns pages moves nothing.",
                        this::pagesStable),
                new Requirement("rest.filter", "Filters answer what fits them, and only that.", this::filter),
                new Requirement("rest.filter-invalid", "A filter with a value that is none: 400.", this::filterInvalid),
                new Requirement("rest.parts", "A ticket's notes and times stand below it.", this::parts),
                new Requirement("rest.gzip", "Answers come compressed to those who take gzip.", this::gzip));
    }

    private static ObjectNode ticket(Bench bench, String subject) throws IOException {
        ObjectNode body = Json.object();
        body.putObject("data")
                .put("subject", Bench.MARK + subject)
                .put("companyId", bench.company())
                .put("type", "incident")
                .put("priority", "p3");
        return body;
    }

    private static String path(JsonNode ticket) {
        return "/v1/tickets/" + ticket.path("id").asString();
    }

    private static String etag(Reply reply) {
        return reply.header("etag").orElseThrow(() -> new Unmet(reply.request() + " must answer an ETag."));
    }

    private void create(Bench bench) throws Exception {
        String id = Op.newId();
        Reply reply = bench.api()
                .post("/v1/tickets", ticket(bench, "posted").put("id", id))
                .expect(201);
        etag(reply);
        Unmet.unlessEqual(id, reply.json().path("id").asString(), "the id");
        String location = reply.header("location").orElse("");
        Unmet.unless(location.endsWith("/v1/tickets/" + id), "Location must lead to it, not to '" + location + "'");
    }

    private void createInvalid(Bench bench) throws Exception {
        ObjectNode body = ticket(bench, "wrong");
        ((ObjectNode) body.path("data")).put("priority", "p9");
        Reply reply = bench.api().post("/v1/tickets", body).expect(400, "validation_failed");
        Unmet.unlessEqual(List.of("priority"), reply.wrongFields(), "the wrong fields");
    }

    private void read(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("read");
        Reply reply = bench.api().get(path(made)).expect(200);
        etag(reply);
        Unmet.unlessEqual(made, reply.json(), "the record");
    }

    private void notModified(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("read again");
        String etag = etag(bench.api().get(path(made)).expect(200));
        Reply reply = bench.api()
                .get(path(made), "If-None-Match", "\"other\", " + etag)
                .expect(304);
        Unmet.unlessEqual(0, reply.body().length, "the bytes of the body");
        bench.apply(Op.update(made).set("priority", "p1"));
        bench.api().get(path(made), "If-None-Match", etag).expect(200);
    }

    private void head(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("headed");
        String etag = etag(bench.api().get(path(made)).expect(200));
        Reply reply = bench.api().send("HEAD", path(made), new byte[0]).expect(200);
        Unmet.unlessEqual(etag, etag(reply), "the ETag");
        Unmet.unlessEqual(0, reply.body().length, "the bytes of the body");
    }

    private void notFound(Bench bench) throws Exception {
        bench.api().get("/v1/tickets/" + Op.newId()).expect(404, "not_found");
        bench.api().get("/v1/tickets/" + bench.company()).expect(404, "not_found");
    }

    private void patch(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("patched");
        String etag = etag(bench.api().get(path(made)).expect(200));
        Reply reply = bench.api()
                .patch(path(made), Json.object().put("priority", "p1"), "If-Match", etag)
                .expect(200);
        Unmet.unlessEqual("p1", reply.json().at("/data/priority").asString(), "the priority");
        Unmet.unlessEqual(2L, reply.json().path("version").asLong(), "the version");
        Unmet.unless(!etag(reply).equals(etag), "The ETag must change.");
        Unmet.unlessEqual(reply.json(), bench.api().get(path(made)).json(), "the record read again");
    }

    private void patchNull(Bench bench) throws Exception {
        JsonNode made = bench.apply(bench.ticket("patched with null").set("tags", List.of("x")));
        Reply reply = bench.api()
                .patch(path(made), Json.object().putNull("tags"), "If-Match", "*")
                .expect(200);
        Unmet.unless(!reply.json().path("data").has("tags"), "The field must be gone.");
    }

    private void patchAny(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("patched as it is");
        bench.apply(Op.update(made).set("priority", "p1"));
        Reply reply = bench.api()
                .patch(path(made), Json.object().put("priority", "p4"), "If-Match", "*")
                .expect(200);
        Unmet.unlessEqual(3L, reply.json().path("version").asLong(), "the version");
    }

    private void preconditionRequired(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("patched blindly");
        bench.api().patch(path(made), Json.object().put("priority", "p1")).expect(428, "precondition_required");
        bench.api().delete(path(made)).expect(428, "precondition_required");
    }

    private void stale(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("patched late");
        String etag = etag(bench.api().get(path(made)).expect(200));
        bench.apply(Op.update(made).set("priority", "p1"));
        Reply reply = bench.api()
                .patch(path(made), Json.object().put("priority", "p4"), "If-Match", etag)
                .expect(412, "precondition_failed");
        String now = etag(bench.api().get(path(made)).expect(200));
        Unmet.unlessEqual(now, etag(reply), "the ETag of the refusal");
        Unmet.unlessEqual(
                "p1", bench.api().get(path(made)).json().at("/data/priority").asString(), "the priority");
    }

    private void touched(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("touched");
        String etag = etag(bench.api().get(path(made)).expect(200));
        bench.apply(bench.note(made.path("id").asString(), "touches"));
        Reply now = bench.api().get(path(made)).expect(200);
        Unmet.unless(!etag(now).equals(etag), "The ETag must change with what the server keeps.");
        bench.api()
                .patch(path(made), Json.object().put("priority", "p1"), "If-Match", etag)
                .expect(200);
    }

    private void delete(Bench bench) throws Exception {
        JsonNode note =
                bench.apply(bench.note(bench.newTicket("with a note").path("id").asString(), "goes"));
        String path = "/v1/notes/" + note.path("id").asString();
        String etag = etag(bench.api().get(path).expect(200));
        Reply reply = bench.api().delete(path, "If-Match", etag).expect(204);
        Unmet.unlessEqual(0, reply.body().length, "the bytes of the body");
        bench.api().get(path).expect(404, "not_found");
    }

    private void idempotent(Bench bench) throws Exception {
        String key = Op.newId();
        JsonNode first = bench.api()
                .post("/v1/tickets", ticket(bench, "posted twice"), "Idempotency-Key", key)
                .expect(201)
                .json();
        String cursor = bench.cursor();
        JsonNode second = bench.api()
                .post("/v1/tickets", ticket(bench, "posted twice"), "Idempotency-Key", key)
                .expect(201)
                .json();
        Unmet.unlessEqual(first.path("id"), second.path("id"), "the id at the second time");
        Unmet.unlessEqual(List.of(), bench.changes(cursor), "what the second time changed");
        bench.api()
                .post("/v1/tickets", ticket(bench, "with a bad key"), "Idempotency-Key", "k".repeat(300))
                .expect(400, "validation_failed");
    }

    private void workflow(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("patched to nowhere");
        bench.api()
                .patch(path(made), Json.object().put("status", "waiting_vendor"), "If-Match", "*")
                .expect(409, "transition_not_allowed");
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private void pages(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("with pages");
        Set<String> notes = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            notes.add(bench.apply(bench.note(made.path("id").asString(), "note " + i))
                    .path("id")
                    .asString());
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = bench.api()
                    .get(path(made) + "/notes?limit=2" + (after.isEmpty() ? "" : "&after=" + after))
                    .expect(200)
                    .json();
            Unmet.unless(page.path("items").size() <= 2, "More came than the limit allows.");
            seen.addAll(ids(page));
            after = page.path("next").asString("");
        } while (!after.isEmpty() && seen.size() < 20);
        Unmet.unlessEqual(List.copyOf(notes), seen, "the notes on all pages");
    }

    private void pagesStable(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("with growing pages");
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            notes.add(bench.apply(bench.note(made.path("id").asString(), "note " + i)
                            .with("entityId", "01900000-0000-7000-8000-" + tail(i)))
                    .path("id")
                    .asString());
        }
        JsonNode first =
                bench.api().get(path(made) + "/notes?limit=2").expect(200).json();
        bench.apply(bench.note(made.path("id").asString(), "before all of them")
                .with("entityId", "00000000-0000-7000-8000-" + tail(9)));
        JsonNode second = bench.api()
                .get(path(made) + "/notes?limit=2&after=" + first.path("next").asString())
                .expect(200)
                .json();
        List<String> seen = new ArrayList<>(ids(first));
        seen.addAll(ids(second));
        Unmet.unlessEqual(notes, seen, "the notes on both pages");
    }

    /** The end of an id that nobody else makes, rising with the place. */
    private static String tail(int place) {
        String random = Op.newId().substring(26);
        return place + "0" + random;
    }

    private void filter(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("to be found");
        long number = made.at("/data/number").asLong();
        JsonNode found =
                bench.api().get("/v1/tickets?number=" + number).expect(200).json();
        Unmet.unlessEqual(List.of(made.path("id").asString()), ids(found), "the tickets with this number");
        JsonNode open = bench.api()
                .get("/v1/tickets?limit=1000&status=new,scheduled&companyId=" + bench.company())
                .expect(200)
                .json();
        for (JsonNode item : open.path("items")) {
            Unmet.unless(
                    Set.of("new", "scheduled").contains(item.at("/data/status").asString())
                            && item.at("/data/companyId").asString().equals(bench.company()),
                    "It does not fit: " + item);
        }
        Unmet.unless(open.path("items").size() > 0, "Nothing was found.");
        bench.apply(Op.update(made).set("status", "closed"));
        JsonNode both = bench.api()
                .get("/v1/tickets?status=new&number=" + number)
                .expect(200)
                .json();
        Unmet.unlessEqual(List.of(), ids(both), "the tickets that fit both filters");
    }

    private void filterInvalid(Bench bench) throws Exception {
        Unmet.unlessEqual(
                List.of("companyId"),
                bench.api()
                        .get("/v1/tickets?companyId=x")
                        .expect(400, "validation_failed")
                        .wrongFields(),
                "the wrong fields");
        bench.api().get("/v1/tickets?limit=0").expect(400, "validation_failed");
        bench.api().get("/v1/tickets?after=x").expect(400, "validation_failed");
    }

    private void parts(Bench bench) throws Exception {
        JsonNode made = bench.newTicket("with parts");
        String note = bench.apply(bench.note(made.path("id").asString(), "a part"))
                .path("id")
                .asString();
        String time = bench.apply(bench.time(made.path("id").asString(), 3))
                .path("id")
                .asString();
        Unmet.unlessEqual(
                List.of(note),
                ids(bench.api().get(path(made) + "/notes").expect(200).json()),
                "its notes");
        Unmet.unlessEqual(
                List.of(time),
                ids(bench.api().get(path(made) + "/time-entries").expect(200).json()),
                "its times");
        Unmet.unlessEqual(
                List.of(note),
                ids(bench.api()
                        .get("/v1/notes?ticketId=" + made.path("id").asString())
                        .expect(200)
                        .json()),
                "the notes that are filtered by it");
        bench.api().get("/v1/tickets/" + Op.newId() + "/notes").expect(404, "not_found");
    }

    private void gzip(Bench bench) throws Exception {
        Reply reply = bench.api()
                .get("/v1/companies?limit=1000", "Accept-Encoding", "gzip")
                .expect(200);
        Unmet.unlessEqual("gzip", reply.header("content-encoding").orElse("none"), "Content-Encoding");
        Unmet.unlessEqual(
                bench.api().get("/v1/companies?limit=1000").expect(200).json(), reply.json(), "what was compressed");
    }
}
