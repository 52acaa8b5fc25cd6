package org.waystation.conformance.area;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waystation.conformance.Api;
import org.waystation.conformance.Area;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Json;
import org.waystation.conformance.Op;
import org.waystation.conformance.Reply;
import org.waystation.conformance.Requirement;
import org.waystation.conformance.Unmet;
import tools.jackson.databind.JsonNode;

/** Everything at one point of the history. */
public final class SnapshotArea implements Area {

    @Override
    public List<Requirement> requirements() {
        return List.of(
                new Requirement("snapshot.frame", "It begins with begin and ends with end.", this::frame),
                new Requirement(
                        "snapshot.counts", "As many records of each kind come as it announces and says.", this::counts),
                new Requirement("snapshot.once", "Each record comes once.", this::once),
                new Requirement(
                        "snapshot.workable",
                        "What the caller's open tickets need comes before the line workable.",
                        this::workable),
                new Requirement("snapshot.kinds", "Only the kinds that were asked for come.", this::kinds),
                new Requirement("snapshot.kinds-unknown", "A kind that is none is refused: 400.", bench -> {
                    Reply reply = bench.api().get("/v1/snapshot?kinds=unicorn").expect(400, "validation_failed");
                    Unmet.unlessEqual(List.of("kinds"), reply.wrongFields(), "the wrong fields");
                }),
                new Requirement(
                        "snapshot.consistent",
                        "What is written while it streams is in the changes after its cursor, and only there.",
                        this::consistent),
                new Requirement(
                        "snapshot.current",
                        "It holds records as they stand, and none that were deleted.",
                        this::current),
                new Requirement("snapshot.gzip", "It comes compressed to those who take gzip.", this::gzip));
    }

    private void frame(Bench bench) throws Exception {
        List<JsonNode> lines = bench.snapshot("");
        Unmet.unless(lines.getFirst().has("begin"), "The first line must be begin, not " + lines.getFirst());
        Unmet.unless(lines.getLast().has("end"), "The last line must be end, not " + lines.getLast());
        Unmet.unlessEqual(
                lines.getFirst().at("/begin/epoch"), lines.getLast().at("/end/epoch"), "the epoch of the end");
    }

    private void counts(Bench bench) throws Exception {
        List<JsonNode> lines = bench.snapshot("");
        Map<String, Long> came = new HashMap<>();
        records(lines).forEach(record -> came.merge(record.path("kind").asString(), 1L, Long::sum));
        JsonNode expected = lines.getFirst().at("/begin/expected");
        for (String kind : expected.propertyNames()) {
            Unmet.unlessEqual(
                    expected.path(kind).asLong(),
                    came.getOrDefault(kind, 0L),
                    "records of kind " + kind + " that came");
        }
        long all = came.values().stream().mapToLong(Long::longValue).sum();
        Unmet.unlessEqual(lines.getLast().at("/end/records").asLong(), all, "records that came in all");
        Unmet.unless(all > 0, "The snapshot is empty.");
    }

    private void once(Bench bench) throws Exception {
        Set<String> ids = new HashSet<>();
        for (JsonNode record : records(bench.snapshot(""))) {
            Unmet.unless(ids.add(record.path("id").asString()), "It comes twice: " + record);
        }
    }

    private void workable(Bench bench) throws Exception {
        JsonNode ticket = bench.apply(bench.ticket("mine").set("assigneeId", bench.me()));
        String id = ticket.path("id").asString();
        JsonNode note = bench.apply(bench.note(id, "needed at once"));
        List<JsonNode> lines = bench.snapshot("");
        int workable = 0;
        Set<String> before = new HashSet<>();
        for (JsonNode line : lines) {
            if (line.has("workable")) {
                workable++;
            } else if (workable == 0 && line.has("id")) {
                before.add(line.path("id").asString());
            }
        }
        Unmet.unlessEqual(1, workable, "the number of lines workable");
        Unmet.unless(before.contains(id), "An open ticket of the caller must come before workable.");
        Unmet.unless(before.contains(note.path("id").asString()), "Its note must come before workable.");
        Unmet.unless(before.contains(bench.company()), "Its company must come before workable.");
    }

    private void kinds(Bench bench) throws Exception {
        Set<String> kinds = new HashSet<>();
        records(bench.snapshot("company,site"))
                .forEach(record -> kinds.add(record.path("kind").asString()));
        Unmet.unless(kinds.contains("company"), "No company came.");
        Unmet.unless(Set.of("company", "site").containsAll(kinds), "Others came as well: " + kinds);
    }

    private void consistent(Bench bench) throws Exception {
        JsonNode ticket = bench.newTicket("changed while a snapshot streams");
        String id = ticket.path("id").asString();
        try (Api.Incomings in = bench.api().open("GET", "/v1/snapshot", new byte[0]);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in.body(), StandardCharsets.UTF_8))) {
            List<JsonNode> all = new ArrayList<>();
            all.add(Json.read(String.valueOf(lines.readLine())));
            JsonNode changed = bench.apply(Op.update(ticket).set("priority", "p1"));
            JsonNode added = bench.apply(bench.note(id, "made while a snapshot streams"));
            lines.lines().map(Json::read).forEach(all::add);
            String cursor = all.getLast().at("/end/cursor").asString();
            Set<String> after = new HashSet<>();
            bench.changes(cursor).forEach(change -> after.add(change.path("id").asString()));
            for (JsonNode written : List.of(changed, added)) {
                Optional<JsonNode> there = find(all, written.path("id").asString());
                boolean inSnapshot = there.filter(
                                record -> record.path("version").asLong()
                                        >= written.path("version").asLong())
                        .isPresent();
                boolean inChanges = after.contains(written.path("id").asString());
                Unmet.unless(
                        inSnapshot || inChanges, "Neither in the snapshot nor in the changes after it: " + written);
            }
            boolean noteThere = find(all, added.path("id").asString()).isPresent();
            boolean ticketNew = find(all, id)
                    .filter(record -> record.at("/data/priority").asString("").equals("p1"))
                    .isPresent();
            Unmet.unless(!noteThere || ticketNew, "It holds the later change and not the earlier one.");
        }
    }

    private void current(Bench bench) throws Exception {
        JsonNode ticket = bench.newTicket("for the snapshot");
        JsonNode gone = bench.apply(bench.note(ticket.path("id").asString(), "deleted"));
        JsonNode edited = bench.apply(Op.update(ticket).set("priority", "p1"));
        bench.apply(Op.delete(gone));
        List<JsonNode> lines = bench.snapshot("ticket,note");
        Unmet.unless(find(lines, gone.path("id").asString()).isEmpty(), "A deleted note is in the snapshot.");
        JsonNode there = find(lines, ticket.path("id").asString())
                .orElseThrow(() -> new Unmet("The ticket is not in the snapshot."));
        Unmet.unlessEqual(edited.path("version"), there.path("version"), "the version of the ticket");
        Unmet.unlessEqual("p1", there.at("/data/priority").asString(), "the priority of the ticket");
    }

    private void gzip(Bench bench) throws Exception {
        Reply plain = bench.api().get("/v1/snapshot?kinds=company").expect(200);
        Reply small = bench.api()
                .get("/v1/snapshot?kinds=company", "Accept-Encoding", "gzip")
                .expect(200);
        Unmet.unlessEqual("gzip", small.header("content-encoding").orElse("none"), "Content-Encoding");
        Unmet.unlessEqual(
                records(plain.text().lines().map(Json::read).toList()).size(),
                records(small.text().lines().map(Json::read).toList()).size(),
                "records that came compressed");
    }

    private static List<JsonNode> records(List<JsonNode> lines) {
        return lines.stream().filter(line -> line.has("kind")).toList();
    }

    private static Optional<JsonNode> find(List<JsonNode> lines, String id) throws IOException {
        return lines.stream()
                .filter(line -> line.path("id").asString("").equals(id))
                .findFirst();
    }
}
