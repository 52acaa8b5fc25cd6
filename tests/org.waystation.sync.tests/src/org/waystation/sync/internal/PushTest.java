package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.SyncStatus.State;
import org.waystation.store.StoreException;
import org.waystation.sync.internal.FakeServer.Call;

class PushTest extends EngineTest {

    @BeforeEach
    void connect() {
        workstation.connect(server);
    }

    @Test
    void sendsAChangeAtOnce() throws StoreException {
        workstation.commit(subjectTo("Printer is jammed"));
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertEquals("Printer is jammed", serverField("subject"));
        assertEquals(2, workstation.record(Workstation.TICKET_REF).version());
        assertEquals(0, workstation.sync.status().waiting());
        assertEquals(1, server.count(Call.PUSH));
    }

    @Test
    void isNeverUpToDateWhileSomethingWaits() throws StoreException {
        workstation.commit(subjectTo("Printer is jammed"));
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertTrue(workstation.heard.stream().anyMatch(status -> status.waiting() == 1));
        assertTrue(workstation.heard.stream()
                .filter(status -> status.waiting() > 0)
                .allMatch(status -> status.state() == State.SYNCING));
    }

    @Test
    void sendsManyInBatches() throws StoreException {
        server.fails(Cause.UNREACHABLE);
        workstation.commit(notes(1_100));
        server.works();
        server.pushed.clear();
        workstation.advance(Duration.ofSeconds(5));
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertEquals(
                List.of(500, 500, 100), server.pushed.stream().map(List::size).toList());
        assertEquals(1_101, server.size());
    }

    @Test
    void aLostReplyDoublesNothing() throws StoreException {
        server.loseNextReply = true;
        workstation.commit(note(60, "exactly once"));
        assertEquals(State.OFFLINE, workstation.state());
        assertEquals(1, workstation.sync.status().waiting());
        assertEquals(2, server.size(), "it was applied all the same");

        workstation.advance(Duration.ofSeconds(1));
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertEquals(2, server.count(Call.PUSH));
        assertEquals(server.pushed.get(0), server.pushed.get(1), "sent again just as it was");
        assertEquals(2, server.size());
        assertTrue(workstation.pending().isEmpty());
    }

    @Test
    void aRejectedOneParksAndAllOthersGoOn() throws StoreException {
        Operation[] notes = notes(9);
        Operation bad = notes[4];
        Operation dependent =
                workstation.create(EntityKind.NOTE, Workstation.id(900), java.util.Map.of("body", "follows"), bad.id());
        server.verdict = operation -> operation.id().equals(bad.id())
                ? Optional.of(new OperationResult.Rejected(
                        bad.id(), new Problem("validation_failed", "Not valid.", "Too long.", List.of())))
                : Optional.empty();
        List<Operation> all = new ArrayList<>(List.of(notes));
        all.add(dependent);
        workstation.commit(all.toArray(Operation[]::new));
        workstation.until("the rest is through", () -> workstation.sync.status().waiting() == 0);

        assertEquals(9, server.size());
        assertEquals(2, workstation.sync.status().parked());
        assertEquals(State.UP_TO_DATE, workstation.state());
        assertEquals("validation_failed", parked(bad).orElseThrow().code());
        assertTrue(workstation.notifications.count("sync.parked") >= 1);
        assertTrue(workstation.notifications.shown.getLast().detail().contains("Too long."));
    }

    @Test
    void aParkedOneCanBeSentAgainOrDiscarded() throws StoreException {
        Operation keep = note(60, "keep");
        Operation drop = note(61, "drop");
        server.verdict = operation ->
                Optional.of(new OperationResult.Rejected(operation.id(), new Problem("no", "No.", "", List.of())));
        workstation.commit(keep, drop);
        workstation.until("both are parked", () -> workstation.sync.status().parked() == 2);

        server.verdict = operation -> Optional.empty();
        workstation.sync.retry(keep.id());
        workstation.sync.discard(drop.id());
        workstation.until(
                "both are settled",
                () -> workstation.sync.status().parked() == 0 && workstation.state() == State.UP_TO_DATE);

        assertTrue(server.find(keep.ref()).isPresent());
        assertTrue(server.find(drop.ref()).isEmpty());
        assertTrue(workstation.store.records().find(drop.ref()).isEmpty());
        assertTrue(workstation.notifications.settled.contains("sync.parked"));
    }

    @Test
    void oneToBeRetriedDoesNotKeepTheOthers() throws StoreException {
        Operation later = note(60, "later");
        server.verdict = operation -> operation.id().equals(later.id())
                ? Optional.of(new OperationResult.Retry(later.id(), Optional.of(Duration.ofSeconds(30))))
                : Optional.empty();
        workstation.commit(later, note(61, "now"));
        workstation.until("one is left", () -> workstation.sync.status().waiting() == 1);
        assertEquals(2, server.size());
        assertEquals(State.SYNCING, workstation.state());

        server.verdict = operation -> Optional.empty();
        workstation.advance(Duration.ofSeconds(29));
        assertEquals(2, server.size());
        workstation.advance(Duration.ofSeconds(1));
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);
        assertEquals(3, server.size());
    }

    @Test
    void anOperationThatTheServerFailsOnIsFoundAndHeldBack() throws StoreException {
        Operation[] notes = notes(8);
        Operation poison = notes[3];
        server.verdict = operation -> {
            if (operation.id().equals(poison.id())) {
                throw new PushFails();
            }
            return Optional.empty();
        };
        FailingPush failing = new FailingPush(server);
        workstation.sync.disconnect(server);
        workstation.sync.connect(failing);
        workstation.runDue();
        workstation.commit(notes);
        workstation.advance(Duration.ofMinutes(3));
        workstation.until(
                "only the poison is left", () -> workstation.sync.status().waiting() == 1);

        assertEquals(8, server.size());
        assertEquals(poison.id(), workstation.pending().getFirst().operation().id());
    }

    @Test
    void anOperationThatTheServerDoesNotEvenReadIsParked() throws StoreException {
        Operation[] notes = notes(8);
        Operation poison = notes[5];
        server.verdict = operation -> {
            if (operation.id().equals(poison.id())) {
                throw new PushRefused();
            }
            return Optional.empty();
        };
        workstation.sync.disconnect(server);
        workstation.sync.connect(new FailingPush(server));
        workstation.runDue();
        workstation.commit(notes);
        workstation.until("the rest is through", () -> workstation.sync.status().waiting() == 0);

        assertEquals("refused", parked(poison).orElseThrow().code());
        assertEquals(8, server.size());
    }

    @Test
    void aServerThatRefusesEverythingParksNotEverything() throws StoreException {
        workstation.sync.disconnect(server);
        server.verdict = operation -> {
            throw new PushRefused();
        };
        workstation.sync.connect(new FailingPush(server));
        workstation.runDue();
        workstation.commit(notes(50));
        workstation.runDue();

        assertEquals(State.ATTENTION, workstation.state());
        assertTrue(workstation.sync.status().parked() <= 2);
    }

    private Operation[] notes(int count) {
        Operation[] notes = new Operation[count];
        for (int i = 0; i < count; i++) {
            notes[i] = note(2_000 + i, "note " + i);
        }
        return notes;
    }

    private Optional<Problem> parked(Operation operation) throws StoreException {
        return workstation.pending().stream()
                .filter(pending -> pending.operation().id().equals(operation.id()))
                .findFirst()
                .flatMap(PendingOperation::parked);
    }

    /** The server has a fault over one operation. */
    private static final class PushFails extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The server refuses a whole request because of one operation. */
    private static final class PushRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Answers for a whole request where the server inside fails over one operation; nothing of the request is done. */
    private static final class FailingPush extends ForwardingBackend {

        FailingPush(FakeServer inner) {
            super(inner);
        }

        @Override
        public List<OperationResult> push(List<Operation> operations) throws BackendException {
            for (Operation operation : operations) {
                try {
                    inner().verdict.apply(operation);
                } catch (PushFails e) {
                    throw new BackendException(Cause.SERVER_ERROR, "HTTP 500");
                } catch (PushRefused e) {
                    throw new BackendException(Cause.REFUSED, "HTTP 400");
                }
            }
            return super.push(operations);
        }
    }

    @Test
    void oneRejectedAmongFiveHundredKeepsNoOtherFromLandingInTheSameCycle() throws Exception {
        workstation.connect(server);
        List<Operation> notes = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            notes.add(note(5_000 + i, "note " + i));
        }
        Operation refused = notes.get(250);
        server.verdict = operation -> operation.id().equals(refused.id())
                ? Optional.of(new OperationResult.Rejected(
                        refused.id(), new Problem("validation_failed", "Some fields are wrong", "", List.of())))
                : Optional.empty();
        int before = server.count(FakeServer.Call.PUSH);
        workstation.commit(notes.toArray(Operation[]::new));
        assertEquals(1, server.count(FakeServer.Call.PUSH) - before);
        assertEquals(
                List.of(refused.id()),
                workstation.pending().stream()
                        .map(pending -> pending.operation().id())
                        .toList());
        assertEquals(0, workstation.store.outbox().waitingCount());
    }
}
