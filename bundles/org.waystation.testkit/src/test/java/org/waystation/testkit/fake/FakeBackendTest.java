package org.waystation.testkit.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;

/** The stand-in keeps the contract that the sync engine relies on. */
class FakeBackendTest {

    private final TestClock clock = new TestClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final FakeBackend backend = new FakeBackend(clock, SampleData.records());

    @TempDir
    Path folder;

    @Test
    void aChangeOfSomebodyElseComesAfterTheCursorOnly() throws BackendException {
        ChangePage start = backend.changes("0", 1000);
        assertEquals(SampleData.records().size(), start.records().size());
        backend.put(EntityKind.TICKET, SampleData.ticket(0), Map.of("priority", "p4"));
        backend.delete(EntityKind.ASSET, SampleData.asset(1));
        ChangePage news = backend.changes(start.cursor(), 1000);
        assertEquals(1, news.records().size());
        assertEquals("p4", news.records().get(0).fields().text("priority"));
        assertEquals(2, news.records().get(0).version());
        assertEquals(1, news.deleted().size());
    }

    @Test
    void aRepeatedSendChangesNothingTwiceAndAnOldBaseIsAConflict() throws BackendException {
        Operation first = edit(1, "p2");
        OperationResult answer = backend.push(List.of(first)).get(0);
        assertEquals(answer, backend.push(List.of(first)).get(0));
        assertEquals(1, backend.received().size());
        assertInstanceOf(
                OperationResult.Conflict.class,
                backend.push(List.of(edit(1, "p3"))).get(0));
    }

    @Test
    void nothingAnswersWhileItIsNotReachable() {
        backend.reachable(false);
        BackendException failure = assertThrows(BackendException.class, backend::session);
        assertEquals(BackendException.Cause.UNREACHABLE, failure.kind());
    }

    @Test
    void theServersTimeIsTheTestsClock() throws BackendException {
        clock.advance(Duration.ofHours(1));
        assertEquals(Instant.parse("2026-03-02T09:00:00Z"), backend.session().serverTime());
    }

    @Test
    void aRecordingHoldsWhatWasRecorded() throws IOException, BackendException {
        Path file = folder.resolve("recording.jsonl");
        Recording.write(backend, file);
        FakeBackend again = new FakeBackend(clock, Recording.read(file));
        assertEquals(
                backend.record(EntityKind.TICKET, SampleData.ticket(2))
                        .orElseThrow()
                        .fields()
                        .text("subject"),
                again.record(EntityKind.TICKET, SampleData.ticket(2))
                        .orElseThrow()
                        .fields()
                        .text("subject"));
        Files.writeString(file, "{\"kind\":\"ticket\"}\n");
        IOException wrong = assertThrows(IOException.class, () -> Recording.read(file));
        assertTrue(wrong.getMessage().contains("line 1"), wrong.getMessage());
    }

    private static Operation edit(long base, String priority) {
        return new Operation(
                UUID.randomUUID(),
                Operation.Type.UPDATE,
                EntityKind.TICKET,
                SampleData.ticket(1),
                base,
                List.of(new FieldChange("priority", null, priority)),
                List.of(),
                Instant.EPOCH);
    }
}
