package org.waystation.server.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.server.Api;
import org.waystation.server.MspServer;
import org.waystation.server.Ops;
import org.waystation.server.cli.NetOptions;
import org.waystation.server.cli.ServeOptions;
import org.waystation.server.database.Database;
import org.waystation.server.database.DatabaseAccess;
import org.waystation.server.database.Reach;
import org.waystation.server.record.Json;
import org.waystation.server.sample.SamplePlan;

/** Servers on a PostgreSQL that was started apart from them. */
class OwnDatabaseTest {

    private static final int WRITERS = 4;
    private static final int EACH = 25;

    @TempDir
    static Path folder;

    private static Reach postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = Reach.embedded(folder.resolve("postgres"));
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void emptyDatabase() throws Exception {
        try (Connection owner = Database.connect(postgres.owner());
                Statement statement = owner.createStatement()) {
            // Not the schema: up to PostgreSQL 14 it belongs to the superuser.
            statement.execute("drop owned by current_user cascade");
        }
    }

    @Test
    void twoServersOnOneDatabaseAreOne() throws Exception {
        try (MspServer first = MspServer.start(options(SamplePlan.named("small", 42, Instant.now())));
                MspServer second = MspServer.start(options(Optional.empty()))) {
            Api one = new Api(first.url(), Optional.of(first.token()));
            Api two = new Api(second.url(), Optional.of(first.token()));
            String company =
                    one.get("/v1/companies?limit=1").json().at("/items/0/id").asText();
            String cursor = cursor(one);
            assertNews(two, cursor, () -> new Ops(one).applied(Ops.ticket(company)));
            // Nothing is skipped, whichever server is asked while both write.
            Set<String> written = new HashSet<>();
            try (ExecutorService executor = Executors.newFixedThreadPool(WRITERS + 1)) {
                List<Future<Set<String>>> writers = executor.invokeAll(IntStream.range(0, WRITERS)
                        .<Callable<Set<String>>>mapToObj(i -> () -> write(i % 2 == 0 ? one : two, company))
                        .toList());
                for (Future<Set<String>> writer : writers) {
                    written.addAll(writer.get());
                }
            }
            assertEquals(WRITERS * EACH, written.size());
            assertTrue(read(one, two, cursor).containsAll(written));
            two.send(two.request("/v1/users/"
                                    + one.get("/v1/session")
                                            .json()
                                            .at("/user/id")
                                            .asText() + "/sign-ins")
                            .DELETE()
                            .build())
                    .expect(204);
            one.get("/v1/session").expect(401, "token_invalid");
        }
    }

    /** Reads from both in turn while the other four write; a cursor of one goes on at the other. */
    @Test
    void aReaderThatChangesServersSkipsNothing() throws Exception {
        try (MspServer first = MspServer.start(options(SamplePlan.named("small", 42, Instant.now())));
                MspServer second = MspServer.start(options(Optional.empty()));
                ExecutorService executor = Executors.newFixedThreadPool(WRITERS)) {
            Api one = new Api(first.url(), Optional.of(first.token()));
            Api two = new Api(second.url(), Optional.of(first.token()));
            String company =
                    one.get("/v1/companies?limit=1").json().at("/items/0/id").asText();
            String cursor = cursor(one);
            List<Future<Set<String>>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(i -> executor.submit(() -> write(i % 2 == 0 ? one : two, company)))
                    .toList();
            Set<String> seen = new HashSet<>();
            long last = 0;
            boolean turn = false;
            boolean writing = true;
            while (writing) {
                writing = writers.stream().anyMatch(writer -> !writer.isDone());
                JsonNode page = (turn ? one : two)
                        .get("/v1/changes?limit=7&cursor=" + cursor)
                        .expect(200)
                        .json();
                turn = !turn;
                for (JsonNode change : page.get("changes")) {
                    assertTrue(change.get("seq").longValue() > last, "in the order of commits");
                    last = change.get("seq").longValue();
                    seen.add(change.get("id").asText());
                }
                cursor = page.get("cursor").textValue();
                writing |= page.get("more").booleanValue();
            }
            for (Future<Set<String>> writer : writers) {
                assertTrue(seen.containsAll(writer.get()));
            }
        }
    }

    @Test
    void aDatabaseWithoutTheRolesSaysWhatToDo() throws Exception {
        try (Connection owner = Database.connect(postgres.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("create table if not exists nothing ()");
        }
        DatabaseAccess wrong = new DatabaseAccess(postgres.server().url(), "nobody", "none");
        assertThrows(java.sql.SQLException.class, () -> Database.connect(wrong).close());
        IllegalStateException told = assertThrows(IllegalStateException.class, () -> {
            try (Connection superuser = Database.connect(postgres.owner())) {
                superuser.createStatement().execute("set role waystation_all");
                new org.waystation.server.database.Roles().requireRoles(superuser);
            }
        });
        assertTrue(told.getMessage().contains("create role waystation_scoped"), told.getMessage());
    }

    private static Set<String> write(Api api, String company) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < EACH; i++) {
            ids.add(new Ops(api).applied(Ops.ticket(company)).get("id").asText());
        }
        return ids;
    }

    private static Set<String> read(Api one, Api two, String from) {
        Set<String> seen = new HashSet<>();
        String cursor = from;
        boolean more = true;
        boolean turn = false;
        while (more) {
            JsonNode page = (turn ? one : two)
                    .get("/v1/changes?limit=9&cursor=" + cursor)
                    .json();
            turn = !turn;
            page.get("changes").forEach(change -> seen.add(change.get("id").asText()));
            cursor = page.get("cursor").textValue();
            more = page.get("more").booleanValue();
        }
        return seen;
    }

    private static void assertNews(Api listening, String cursor, Runnable write) throws Exception {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(listening.open("/v1/events?cursor=" + cursor), StandardCharsets.UTF_8))) {
            write.run();
            String line = lines.readLine();
            while (line != null && !line.startsWith("event: news")) {
                line = lines.readLine();
            }
            assertEquals("event: news", line, "what one server committed is told by the other");
        }
    }

    private static String cursor(Api api) {
        String last = api.get("/v1/snapshot?kinds=company").body().lines().reduce("", (a, b) -> b);
        return Json.parseStored(last).at("/end/cursor").asText();
    }

    private static ServeOptions options(Optional<SamplePlan> sample) {
        return new ServeOptions(
                0,
                Optional.empty(),
                Optional.of(url(postgres.server())),
                Optional.of(url(postgres.owner())),
                sample,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                NetOptions.loopback(1_000_000));
    }

    /** As an operator writes it. */
    private static String url(DatabaseAccess access) {
        return access.url() + "?user=" + access.user() + "&password=" + access.password();
    }
}
