package org.waystation.conformance.area;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waystation.conformance.Api;
import org.waystation.conformance.Area;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Json;
import org.waystation.conformance.NotAsked;
import org.waystation.conformance.Op;
import org.waystation.conformance.Requirement;
import org.waystation.conformance.Unmet;
import tools.jackson.databind.JsonNode;

/** A part of what one may see, going on with a snapshot that broke off, and checking a copy. */
public final class ScopeArea implements Area {

    @Override
    public List<Requirement> requirements() {
        return List.of(
                new Requirement("scope.companies", "Only the companies that were asked for come.", this::companies),
                new Requirement(
                        "scope.mine",
                        "With mine the caller's own open tickets come besides, with their parts.",
                        this::mine),
                new Requirement(
                        "scope.since", "What is closed and did not move since that day stays away.", this::since),
                new Requirement("scope.invalid", "A scope that is none is refused by its parameter.", this::invalid),
                new Requirement(
                        "scope.changes",
                        "What changes out of the scope comes as left, without its fields.",
                        this::left),
                new Requirement(
                        "snapshot.resume",
                        "A stream that broke goes on behind its last mark; with the changes nothing is missing.",
                        this::resume),
                new Requirement("snapshot.mark", "A mark that is none is refused.", this::mark),
                new Requirement("snapshot.zstd", "It comes compressed to those who take zstd.", this::zstd),
                new Requirement(
                        "copy.live-ids", "The ids of all that is there, in order, and of nothing else.", this::liveIds),
                new Requirement("copy.digests", "Count and hash of a kind are those of its live ids.", this::digests));
    }

    private static List<JsonNode> lines(Bench bench, String path) throws IOException {
        return bench.api().get(path).expect(200).text().lines().map(Json::read).toList();
    }

    private static Optional<JsonNode> find(List<JsonNode> lines, JsonNode record) {
        return lines.stream()
                .filter(line ->
                        line.path("id").asString("").equals(record.path("id").asString()))
                .findFirst();
    }

    /** A company that is not the one that tickets are made for. */
    private static String another(Bench bench) throws IOException {
        for (JsonNode line : bench.snapshot("company")) {
            String id = line.path("id").asString("");
            if (!id.isEmpty() && !id.equals(bench.company())) {
                return id;
            }
        }
        throw new NotAsked("needs two companies that the token's person may see");
    }

    private void companies(Bench bench) throws Exception {
        JsonNode ticket = bench.newTicket("in scope");
        String other = another(bench);
        List<JsonNode> own = lines(bench, "/v1/snapshot?companies=" + bench.company());
        Unmet.unless(find(own, ticket).isPresent(), "A ticket of the company that was asked for must come.");
        for (JsonNode line : own) {
            String company = line.at("/data/companyId").asString("");
            boolean everywhere =
                    List.of("site", "agreement").contains(line.path("kind").asString(""));
            Unmet.unless(
                    everywhere || company.isEmpty() || company.equals(bench.company()),
                    "A record of another company came: " + line);
        }
        Unmet.unless(
                find(lines(bench, "/v1/snapshot?companies=" + other), ticket).isEmpty(),
                "A ticket of a company that was not asked for came.");
    }

    private void mine(Bench bench) throws Exception {
        JsonNode mine = bench.apply(bench.ticket("mine").set("assigneeId", bench.me()));
        JsonNode note = bench.apply(bench.note(mine.path("id").asString(), "mine too"));
        JsonNode others = bench.newTicket("nobody's");
        List<JsonNode> came = lines(bench, "/v1/snapshot?companies=none&mine=true");
        Unmet.unless(find(came, mine).isPresent(), "The caller's own open ticket must come.");
        Unmet.unless(find(came, note).isPresent(), "Its note must come.");
        Unmet.unless(find(came, others).isEmpty(), "A ticket of nobody came.");
        Unmet.unless(
                find(lines(bench, "/v1/snapshot?companies=none"), mine).isEmpty(), "Without mine it must not come.");
    }

    private void since(Bench bench) throws Exception {
        JsonNode open = bench.newTicket("open");
        JsonNode closed = bench.newTicket("closed");
        bench.apply(Op.update(closed).set("status", "closed"));
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        List<JsonNode> came = lines(bench, "/v1/snapshot?companies=" + bench.company() + "&since=" + tomorrow);
        Unmet.unless(find(came, open).isPresent(), "An open ticket must come whenever it moved.");
        Unmet.unless(find(came, closed).isEmpty(), "A closed ticket that did not move since came.");
        Unmet.unlessEqual(
                tomorrow.toString(), came.getFirst().at("/begin/since").asString(""), "the since that is told");
        Unmet.unless(
                find(lines(bench, "/v1/snapshot?companies=" + bench.company() + "&days=1"), closed)
                        .isPresent(),
                "What moved today must come with days=1.");
    }

    private void invalid(Bench bench) throws Exception {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        Map<String, String> wrong = new HashMap<>();
        wrong.put("companies=x", "companies");
        wrong.put("days=0", "days");
        wrong.put("since=yesterday", "since");
        wrong.put("mine=perhaps", "mine");
        for (Map.Entry<String, String> one : wrong.entrySet()) {
            Unmet.unlessEqual(
                    List.of(one.getValue()),
                    bench.api()
                            .get("/v1/snapshot?" + one.getKey())
                            .expect(400, "validation_failed")
                            .wrongFields(),
                    "the wrong fields of " + one.getKey());
        }
        bench.api().get("/v1/snapshot?days=3&since=" + today).expect(400, "validation_failed");
    }

    private void left(Bench bench) throws Exception {
        String other = another(bench);
        String cursor = bench.cursor();
        JsonNode ticket = bench.newTicket("out of scope");
        JsonNode page = bench.api()
                .get("/v1/changes?companies=" + other + "&cursor=" + cursor)
                .expect(200)
                .json();
        JsonNode change = find(page.path("changes").valueStream().toList(), ticket)
                .orElseThrow(() -> new Unmet("What left the scope must be told: " + page));
        Unmet.unless(change.path("left").asBoolean(false) && !change.has("data"), "It must say left: " + change);
        JsonNode inside = bench.api()
                .get("/v1/changes?companies=" + bench.company() + "&cursor=" + cursor)
                .expect(200)
                .json();
        Unmet.unless(
                find(inside.path("changes").valueStream().toList(), ticket)
                        .filter(found -> found.has("data"))
                        .isPresent(),
                "In its own company's scope it must come whole.");
    }

    private void resume(Bench bench) throws Exception {
        List<JsonNode> whole = bench.snapshot("");
        List<JsonNode> before = new ArrayList<>();
        String mark = "";
        for (JsonNode line : whole) {
            if (line.has("mark")) {
                mark = line.path("mark").asString();
                break;
            }
            before.add(line);
        }
        if (mark.isEmpty()) {
            throw new NotAsked("needs more records than one mark is sent for");
        }
        JsonNode ticket = bench.newTicket("made between two pieces");
        List<JsonNode> rest = lines(bench, "/v1/snapshot?after=" + mark);
        Map<String, Long> held = new HashMap<>();
        for (List<JsonNode> piece : List.of(before, rest)) {
            piece.stream().filter(line -> line.has("kind")).forEach(line -> take(held, line));
        }
        long came = before.stream().filter(line -> line.has("kind")).count();
        Unmet.unlessEqual(came, rest.getFirst().at("/begin/before").asLong(-1), "the records before the mark");
        for (JsonNode line : whole) {
            if (line.has("kind")) {
                Unmet.unless(held.containsKey(line.path("id").asString()), "Missing in the two pieces: " + line);
            }
        }
        bench.changes(rest.getLast().at("/end/cursor").asString()).forEach(change -> take(held, change));
        Unmet.unless(
                held.containsKey(ticket.path("id").asString()), "What was made in between is neither here nor there.");
    }

    private static void take(Map<String, Long> held, JsonNode line) {
        held.merge(line.path("id").asString(), line.path("seq").asLong(), Math::max);
    }

    private void mark(Bench bench) throws Exception {
        int status = bench.api().get("/v1/snapshot?after=nonsense").status();
        Unmet.unless(status == 400 || status == 410, "It must be refused, but is answered " + status);
    }

    private void zstd(Bench bench) throws Exception {
        try (Api.Incomings in =
                bench.api().open("GET", "/v1/snapshot?kinds=company", new byte[0], "Accept-Encoding", "zstd")) {
            Unmet.unlessEqual(
                    List.of("zstd"),
                    in.incoming().headers().getOrDefault("content-encoding", List.of()),
                    "Content-Encoding");
            byte[] start = in.body().readNBytes(4);
            Unmet.unlessEqual(0x28B52FFD, ByteBuffer.wrap(start).getInt(), "the first bytes, which RFC 8878 lays down");
        }
    }

    private void liveIds(Bench bench) throws Exception {
        String ticket = bench.newTicket("with notes").path("id").asString();
        JsonNode there = bench.apply(bench.note(ticket, "stays"));
        JsonNode gone = bench.apply(bench.note(ticket, "goes"));
        bench.apply(Op.delete(gone));
        List<JsonNode> lines = lines(bench, "/v1/live-ids?kind=note");
        List<String> ids = lines.stream()
                .filter(JsonNode::isArray)
                .map(line -> line.get(0).asString())
                .toList();
        Unmet.unless(ids.contains(there.path("id").asString()), "A note that is there is missing.");
        Unmet.unless(!ids.contains(gone.path("id").asString()), "A note that was deleted is there.");
        Unmet.unlessEqual(ids.stream().sorted().toList(), ids, "the order of the ids");
        Unmet.unlessEqual((long) ids.size(), lines.getLast().at("/end/count").asLong(-1), "the count at the end");
        for (JsonNode line : lines) {
            if (line.isArray() && line.get(0).asString().equals(there.path("id").asString())) {
                Unmet.unlessEqual(there.path("version"), line.get(1), "the version");
                Unmet.unlessEqual(there.path("seq"), line.get(2), "the seq");
            }
        }
    }

    private void digests(Bench bench) throws Exception {
        bench.apply(bench.note(bench.newTicket("to be counted").path("id").asString(), "counted"));
        JsonNode digests = bench.api().get("/v1/digests?kinds=note").expect(200).json();
        long hash = 0;
        long count = 0;
        for (JsonNode line : lines(bench, "/v1/live-ids?kind=note")) {
            if (line.isArray()) {
                String text = line.get(0).asString() + ":" + line.get(1).asLong() + ":"
                        + line.get(2).asLong();
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
                hash ^= ByteBuffer.wrap(digest).getLong();
                count++;
            }
        }
        Unmet.unlessEqual(count, digests.at("/kinds/note/count").asLong(-1), "the count");
        Unmet.unlessEqual(
                String.format("%016x", hash), digests.at("/kinds/note/hash").asString(""), "the hash");
    }
}
