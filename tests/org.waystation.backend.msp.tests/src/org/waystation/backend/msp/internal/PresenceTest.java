package org.waystation.backend.msp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Presence.Activity;
import org.waystation.api.sync.Presence.Open;
import org.waystation.api.sync.Presence.Person;

/** Who else has a record open, told and asked again and again in the background. */
class PresenceTest extends MspBackendTest {

    private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-00000000000a");
    private static final String MARA = """
        {"others":[{"userId":"01980000-0000-7000-8000-00000000000b","name":"Mara Svensson","activity":"editing",
        "since":"2026-03-02T08:00:00Z","mood":"busy"}],"expiresIn":60}\
        """;

    private final BlockingQueue<List<Person>> heard = new LinkedBlockingQueue<>();

    @Test
    void othersAreToldOnceAndAgainWhenTheyChange() throws Exception {
        server.answer = TestServer.json(MARA);
        MspPresence presence = new MspPresence(backend, Duration.ofMillis(20));
        try (Open open = presence.open(new RecordRef(EntityKind.TICKET, ID), Runnable::run, heard::add)) {
            assertEquals(List.of(new Person("Mara Svensson", Activity.EDITING)), next());
            assertEquals("/v1/presence", server.last().uri().toString());
            server.answer = TestServer.json("{\"others\":[],\"expiresIn\":60}");
            assertEquals(List.of(), next());
            open.activity(Activity.EDITING);
            waitFor("\"editing\"");
        }
        waitFor("\"gone\"");
        presence.close();
    }

    @Test
    void withoutAServerNobodyIsThereUntilItAnswersAgain() throws Exception {
        server.answer = TestServer.json(MARA);
        MspPresence presence = new MspPresence(backend, Duration.ofMillis(20));
        Open open = presence.open(new RecordRef(EntityKind.TICKET, ID), Runnable::run, heard::add);
        assertEquals(1, next().size());
        server.answer = TestServer.problem(503, "unavailable");
        assertEquals(List.of(), next());
        server.answer = TestServer.json(MARA);
        assertEquals(1, next().size());
        open.close();
        presence.close();
    }

    private List<Person> next() throws InterruptedException {
        List<Person> others = heard.poll(20, TimeUnit.SECONDS);
        assertTrue(others != null, "nothing was heard");
        return others;
    }

    private void waitFor(String words) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (server.requests.stream().noneMatch(request -> request.body().contains(words))) {
            assertTrue(System.nanoTime() < end, "never told: " + words);
            heard.poll(10, TimeUnit.MILLISECONDS);
        }
    }
}
