package org.waystation.conformance.area;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.waystation.conformance.Area;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Reply;
import org.waystation.conformance.Requirement;
import org.waystation.conformance.Unmet;

/** What is wrong is told as problem details (RFC 9457) with stable codes. */
public final class ProblemArea implements Area {

    private static final int TOO_LARGE = 8 * 1024 * 1024 + 1;

    @Override
    public List<Requirement> requirements() {
        return List.of(
                new Requirement("problem.method", "Another method: 405, and Allow says which there are.", this::method),
                new Requirement(
                        "problem.query",
                        "A parameter that is not known is refused by its name, never passed over.",
                        this::query),
                new Requirement("problem.twice", "A parameter that comes twice is refused.", this::twice),
                new Requirement("problem.json", "A body that is no JSON: 400 malformed_json.", bench -> {
                    malformed(bench, "{\"operations\":[".getBytes(StandardCharsets.UTF_8));
                    malformed(bench, "[]".getBytes(StandardCharsets.UTF_8));
                }),
                new Requirement(
                        "problem.utf8",
                        "A body that is not UTF-8: 400 malformed_json.",
                        bench -> malformed(bench, new byte[] {'{', '"', (byte) 0xC3, 0x28, '"', ':', '1', '}'})),
                new Requirement(
                        "problem.depth",
                        "JSON that is nested without end: 400 malformed_json.",
                        bench -> malformed(
                                bench,
                                ("{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}")
                                        .getBytes(StandardCharsets.UTF_8))),
                new Requirement(
                        "problem.media",
                        "A body of another type or compressed: 415 unsupported_media_type.",
                        this::media),
                new Requirement("problem.size", "A body above 8 MiB: 413 payload_too_large.", this::size),
                new Requirement("problem.id", "An id that is none: 400, and it names the field.", this::id),
                new Requirement("problem.headers", "Headers out of all measure: 431.", this::headers));
    }

    private void method(Bench bench) throws Exception {
        Reply reply = bench.api().delete("/v1/session").expect(405, "method_not_allowed");
        Unmet.unless(reply.header("allow").orElse("").contains("GET"), "Allow must name GET.");
    }

    private void query(Bench bench) throws Exception {
        Reply reply = bench.api().get("/v1/tickets?statuss=new").expect(400, "validation_failed");
        Unmet.unlessEqual(List.of("statuss"), reply.wrongFields(), "the wrong fields");
    }

    private void twice(Bench bench) throws Exception {
        Reply reply = bench.api().get("/v1/tickets?limit=1&limit=2").expect(400, "validation_failed");
        Unmet.unlessEqual(List.of("limit"), reply.wrongFields(), "the wrong fields");
    }

    private void malformed(Bench bench, byte[] body) throws Exception {
        bench.api()
                .send("POST", "/v1/operations", body, "Content-Type", "application/json")
                .expect(400, "malformed_json");
    }

    private void media(Bench bench) throws Exception {
        byte[] body = "{\"operations\":[]}".getBytes(StandardCharsets.UTF_8);
        bench.api()
                .send("POST", "/v1/operations", body, "Content-Type", "text/plain")
                .expect(415, "unsupported_media_type");
        bench.api()
                .send("POST", "/v1/operations", body, "Content-Type", "application/json; charset=utf-16")
                .expect(415, "unsupported_media_type");
        bench.api()
                .send("POST", "/v1/operations", body, "Content-Type", "application/json", "Content-Encoding", "br")
                .expect(415, "unsupported_media_type");
    }

    private void size(Bench bench) throws Exception {
        byte[] body = new byte[TOO_LARGE];
        java.util.Arrays.fill(body, (byte) ' ');
        bench.api()
                .send("POST", "/v1/operations", body, "Content-Type", "application/json")
                .expect(413, "payload_too_large");
    }

    private void id(Bench bench) throws Exception {
        Reply reply = bench.api().get("/v1/tickets/1-1-1-1-1").expect(400, "validation_failed");
        Unmet.unlessEqual(List.of("id"), reply.wrongFields(), "the wrong fields");
        bench.api().get("/v1/tickets/0191D5A0-4C00-7A01-8A4F-7D5B1C2E3F40").expect(400);
    }

    private void headers(Bench bench) throws Exception {
        bench.api().get("/v1/session", "X-Long", "y".repeat(100_000)).expect(431);
    }
}
