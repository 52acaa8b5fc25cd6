package org.waystation.server.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.waystation.server.Ops;
import org.waystation.server.TestServer;
import org.waystation.server.record.Json;

/** Each kind of fault does what it says. */
class FaultGatewayTest {

    @TempDir
    static Path folder;

    private static TestServer server;
    private static String company = "";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer(folder);
        company = new Ops(server.api()).company("Harbour Dental");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static FaultGateway gateway(double rate, FaultKind... kinds) throws Exception {
        return new FaultGateway(
                new FaultOptions(1, Set.of(kinds), rate, Long.MAX_VALUE),
                "127.0.0.1",
                0,
                TestServer.access(folder),
                () -> server.server().url());
    }

    private HttpResponse<String> send(FaultGateway gateway, String path, Optional<String> body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway.url() + path))
                .header("Authorization", "Bearer " + server.server().token());
        body.ifPresent(text ->
                request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(text)));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(FaultGateway gateway, String path) throws Exception {
        return send(gateway, path, Optional.empty());
    }

    private static String batch(Ops.Op... ops) {
        var body = Json.object();
        var list = body.putArray("operations");
        for (Ops.Op op : ops) {
            list.add(op.node());
        }
        return body.toString();
    }

    private static boolean there(Ops.Op op) {
        return server.api().get("/v1/tickets/" + op.entityId()).status() == 200;
    }

    private static String cursor() {
        String last =
                server.api().get("/v1/snapshot?kinds=company").body().lines().reduce("", (a, b) -> b);
        return Json.parseStored(last).at("/end/cursor").asText();
    }

    @ParameterizedTest
    @CsvSource({
        "SCOPE_REVOKED_403, 403, ''",
        "CONFLICT_409, 409, ''",
        "PRECONDITION_412, 412, ''",
        "TOO_LARGE_413, 413, ''",
        "UNPROCESSABLE_422, 422, ''",
        "SLOW_DOWN_429, 429, 1",
        "SLOW_DOWN_429_SILENT, 429, ''",
        "FAILURE_500, 500, ''",
        "UNAVAILABLE_503, 503, 1"
    })
    void aRefusalDoesNothingAndSaysSo(FaultKind kind, int status, String retryAfter) throws Exception {
        Ops.Op op = Ops.ticket(company);
        try (FaultGateway gateway = gateway(1, kind)) {
            HttpResponse<String> answer = send(gateway, "/v1/operations", Optional.of(batch(op)));
            assertEquals(status, answer.statusCode());
            assertEquals(
                    "application/problem+json",
                    answer.headers().firstValue("Content-Type").orElse(""));
            assertEquals(retryAfter, answer.headers().firstValue("Retry-After").orElse(""));
            assertFalse(there(op));
        }
    }

    @ParameterizedTest
    @CsvSource({"LOST_REQUEST, false", "LOST_REPLY, true"})
    void whatIsLostIsLostBeforeOrAfterItWasDone(FaultKind kind, boolean done) throws Exception {
        Ops.Op op = Ops.ticket(company);
        try (FaultGateway gateway = gateway(1, kind)) {
            assertThrows(IOException.class, () -> send(gateway, "/v1/operations", Optional.of(batch(op))));
            assertEquals(done, there(op));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PARTIAL_BATCH", "TOKEN_EXPIRED_401"})
    void halfOfABatchIsDone(FaultKind kind) throws Exception {
        Ops.Op first = Ops.ticket(company);
        Ops.Op second = Ops.ticket(company);
        try (FaultGateway gateway = gateway(1, kind)) {
            if (kind == FaultKind.PARTIAL_BATCH) {
                assertThrows(
                        IOException.class, () -> send(gateway, "/v1/operations", Optional.of(batch(first, second))));
            } else {
                assertEquals(
                        401,
                        send(gateway, "/v1/operations", Optional.of(batch(first, second)))
                                .statusCode());
            }
            assertTrue(there(first));
            assertFalse(there(second));
        }
    }

    @Test
    void whatComesTwiceIsAnsweredLikeOnce() throws Exception {
        Ops.Op op = Ops.ticket(company);
        try (FaultGateway gateway = gateway(1, FaultKind.DUPLICATE)) {
            JsonNode result = Json.parseStored(send(gateway, "/v1/operations", Optional.of(batch(op)))
                            .body())
                    .at("/results/0");
            assertEquals("applied", result.path("outcome").asText());
            assertEquals(1, result.at("/record/version").asInt());
        }
    }

    @Test
    void whatIsReorderedArrivesBehindThreeOthers() throws Exception {
        Ops.Op op = Ops.ticket(company);
        try (FaultGateway gateway = gateway(1, FaultKind.REORDER)) {
            assertThrows(IOException.class, () -> send(gateway, "/v1/operations", Optional.of(batch(op))));
            get(gateway, "/v1/session");
            get(gateway, "/v1/session");
            assertFalse(there(op));
            get(gateway, "/v1/session");
            assertTrue(there(op));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BODY", "WRONG_LENGTH"})
    void anAnswerThatIsNotWholeIsNoticed(FaultKind kind) throws Exception {
        try (FaultGateway gateway = gateway(1, kind)) {
            assertThrows(IOException.class, () -> get(gateway, "/v1/companies"));
        }
    }

    @Test
    void slowBytesComeInTheEnd() throws Exception {
        try (FaultGateway gateway = gateway(1, FaultKind.SLOW_BYTES)) {
            long began = System.nanoTime();
            assertEquals(
                    server.api().get("/v1/companies").body(),
                    get(gateway, "/v1/companies").body());
            assertTrue(System.nanoTime() - began > 300_000_000);
        }
    }

    @Test
    void aCursorExpires() throws Exception {
        try (FaultGateway gateway = gateway(1, FaultKind.GONE_410)) {
            HttpResponse<String> answer = get(gateway, "/v1/changes?cursor=" + cursor());
            assertEquals(410, answer.statusCode());
            assertTrue(answer.body().contains("cursor_expired"));
        }
    }

    @Test
    void anEchoComesFromEarlier() throws Exception {
        String cursor = cursor();
        Ops.Op op = Ops.ticket(company);
        new Ops(server.api()).applied(op);
        // By this seed the first request goes well and a later one does not.
        try (FaultGateway gateway = gateway(0.5, FaultKind.LATE_ECHO)) {
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(get(gateway, "/v1/changes?cursor=" + (i == 0 ? cursor : cursor()))
                        .body());
            }
            assertTrue(answers.getFirst().contains(op.entityId()));
            assertTrue(
                    answers.subList(1, 12).stream().anyMatch(answer -> answer.contains(op.entityId())),
                    "one of the later ones must be an echo");
            assertFalse(answers.subList(1, 12).stream().allMatch(answer -> answer.contains(op.entityId())));
        }
    }

    @Test
    void aSnapshotDoesNotSayHowMuchWillCome() throws Exception {
        try (FaultGateway gateway = gateway(1, FaultKind.MISSING_TOTAL)) {
            String first = get(gateway, "/v1/snapshot?kinds=company")
                    .body()
                    .lines()
                    .findFirst()
                    .orElseThrow();
            assertTrue(first.contains("\"expected\":{}"), first);
        }
    }

    @Test
    void aNewerServerWritesWhatNobodyKnows() throws Exception {
        String cursor = cursor();
        try (FaultGateway gateway = gateway(1, FaultKind.UNKNOWN_FIELDS)) {
            String body = get(gateway, "/v1/changes?cursor=" + cursor).body();
            assertTrue(body.contains("\"mood\""), body);
            for (String unknown : List.of("\"horoscope\":\"good\"", "hologram")) {
                assertTrue(body.contains(unknown), unknown);
            }
        }
    }

    @Test
    void theHistoryIsRenamedForReal() throws Exception {
        String before = server.sql("select epoch from server_meta").getFirst();
        try (FaultGateway gateway = gateway(1, FaultKind.EPOCH_CHANGE)) {
            get(gateway, "/v1/changes?cursor=" + cursor());
        }
        assertNotEquals(before, server.sql("select epoch from server_meta").getFirst());
    }

    @Test
    void theDatabaseGoesBackForReal() throws Exception {
        Ops.Op kept = Ops.ticket(company);
        new Ops(server.api()).applied(kept);
        try (FaultGateway gateway = gateway(1, FaultKind.RESTORED_OLDER)) {
            Ops.Op lost = Ops.ticket(company);
            new Ops(server.api()).applied(lost);
            get(gateway, "/v1/changes?cursor=" + cursor());
            assertTrue(there(kept));
            assertFalse(there(lost));
            assertEquals(
                    List.of("0"), server.sql("select count(*) from operation_result where id = '" + lost.id() + "'"));
        }
    }

    @Test
    void theSameSeedMakesTheSameFaults() {
        List<String> once = faults(7);
        assertEquals(once, faults(7));
        assertNotEquals(once, faults(8));
        assertTrue(once.stream().anyMatch(String::isEmpty));
    }

    private static List<String> faults(long seed) {
        FaultPlan plan = new FaultPlan(new FaultOptions(seed, Set.of(FaultKind.values()), 0.5, 200));
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Optional<FaultKind> fault = plan.next("POST", "/v1/operations");
            assertTrue(i < 200 || fault.isEmpty(), "after so many requests all is well");
            faults.add(fault.map(FaultKind::code).orElse(""));
        }
        return faults;
    }

    @Test
    void itListensOnThisMachineOnly() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new FaultGateway(
                        new FaultOptions(1, Set.of(), 0, 0),
                        "192.0.2.1",
                        0,
                        TestServer.access(folder),
                        () -> server.server().url()));
    }
}
