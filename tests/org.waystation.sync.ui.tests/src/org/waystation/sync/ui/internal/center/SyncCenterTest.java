package org.waystation.sync.ui.internal.center;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.profile.OfflineLease;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.DataHeld;
import org.waystation.api.sync.PendingChange;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SyncFacts;
import org.waystation.api.sync.SyncScope;
import org.waystation.api.sync.SyncService;
import org.waystation.api.sync.SyncStatus;
import org.waystation.shell.text.RelativeTime;
import org.waystation.sync.ui.internal.FakeControl;
import org.waystation.sync.ui.internal.ParkedChanges;
import org.waystation.sync.ui.internal.SampleChanges;
import org.waystation.sync.ui.internal.SampleReports;
import org.waystation.sync.ui.internal.TestWindow;

class SyncCenterTest {

    private final List<String> done = new ArrayList<>();
    private final List<RecordRef> opened = new ArrayList<>();
    private TestWindow window = new TestWindow(false, 400, 760);

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void whatNeedsSomebodyStandsOnTopWithItsReasonAndItsWaysOut() {
        SyncCenter center = open();
        PendingChange conflict =
                SampleChanges.change(1, "Priority from “P3” to “P2”", Optional.of(SampleChanges.CONFLICT));
        PendingChange rejected = SampleChanges.change(
                2, "5000 minutes booked: “Replaced the disk”", Optional.of(SampleChanges.REJECTED));
        PendingChange waiting = SampleChanges.change(
                3, "Internal note: “Service enabled at boot, manual run finished.”", Optional.empty());
        center.show(status(SyncStatus.State.OFFLINE));
        center.show(List.of(conflict, rejected, waiting));
        center.show(new DataHeld(
                Map.of(EntityKind.TICKET, 200_000L, EntityKind.NOTE, 412_338L, EntityKind.TIME_ENTRY, 90_112L),
                412L * 1024 * 1024));
        window.settle();
        window.picture("sync-light");
        assertTrue(window.says("Needs you  2"));
        assertTrue(window.says("Book between 1 minute and 24 hours."));
        assertTrue(window.says("Waiting to be sent  1"));
        assertTrue(window.says("702,450 records"));
        assertTrue(window.says("Works for 6 days"));
        window.button("Compare").press();
        assertEquals(List.of(ParkedChanges.ref(new UUID(2, 1))), opened);
        window.button("Try again").press();
        window.buttons("Give up").getFirst().press();
        assertEquals(List.of("retry 2", "discard 1"), done);
    }

    @Test
    void aLongQueueShowsItsBeginningAndMoreOnRequest() {
        window.close();
        window = new TestWindow(true, 400, 760);
        SyncCenter center = open();
        center.show(status(SyncStatus.State.SYNCING));
        center.show(IntStream.range(0, 120)
                .mapToObj(i -> SampleChanges.change(i, "Internal note: “Number " + i + "”", Optional.empty()))
                .toList());
        window.settle();
        assertEquals(50, window.buttons("Show").size());
        window.button("Show 50 more").press();
        assertEquals(100, window.buttons("Show").size());
        window.button("Show 20 more").press();
        assertEquals(120, window.buttons("Show").size());
        window.picture("sync-dark");
    }

    @Test
    void whatComesInAfterItHasOpenedLeavesItAtItsTop() {
        SyncCenter center = open();
        center.show(status(SyncStatus.State.UP_TO_DATE));
        center.show(facts());
        center.show(IntStream.range(0, 12)
                .mapToObj(i -> SampleChanges.change(i, "Internal note: “Number " + i + "”", Optional.empty()))
                .toList());
        center.showReports(SampleReports.some());
        window.settle();
        Control status = window.find(Control.class, "waystation.sync.status");
        Control reports = window.find(Control.class, "waystation.sync.reports");
        assertTrue(top(status) > 0, () -> "the state is in view, and not at " + top(status));
        assertTrue(top(reports) > window.shell.getClientArea().height, "there is more than fits");
    }

    private int top(Control control) {
        return control.getDisplay().map(control, window.shell, 0, 0).y;
    }

    @Test
    void withNothingWaitingItSaysSo() {
        SyncCenter center = open();
        center.show(status(SyncStatus.State.UP_TO_DATE));
        center.show(List.of());
        window.settle();
        assertTrue(window.says("Everything you did is on the server."));
        assertTrue(window.says("Up to date"));
    }

    @Test
    void aFirstSyncTellsHowLongItTakesAndCanRest() {
        SyncCenter center = open();
        center.show(new SyncStatus(
                SyncStatus.State.SYNCING,
                0,
                0,
                Optional.of(Instant.now()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new SyncStatus.Progress(40_000, 200_000, Optional.of(Duration.ofSeconds(250))))));
        window.settle();
        assertTrue(window.says("40,000 of 200,000 records, about 4 min left"));
        window.button("Pause").press();
        center.show(new SyncStatus(
                SyncStatus.State.SYNCING,
                1,
                0,
                Optional.of(Instant.now()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new SyncStatus.Progress(40_000, 200_000)),
                true));
        window.settle();
        assertTrue(window.says("Sync rests; your changes are kept"));
        window.button("Go on").press();
        assertEquals(List.of("pause", "resume"), done);
    }

    @Test
    void saysWhatIsTakenAlongAndHowItWasFound() {
        SyncCenter center = open();
        center.show(status(SyncStatus.State.UP_TO_DATE));
        center.show(facts());
        center.show(List.of());
        center.showReports(SampleReports.some());
        window.settle();
        assertTrue(window.says("Taken along: my work, 4 companies, 90 days"));
        assertTrue(window.says("Files up to 10 MB."));
        assertTrue(window.says("41,204 records, 2 put right."));
        assertTrue(window.says("14 came, 1 went, 3 sent, 1 of them merged, 1 needs you."));
        assertTrue(window.says("First sync"));
        window.button("Change scope").press();
        window.button("Compare now").press();
        assertEquals(List.of("check"), done);
        assertEquals(List.of(org.waystation.sync.ui.internal.scope.ScopeEditor.REF), opened);
        window.picture("sync-facts");
        window.close();
        window = new TestWindow(true, 400, 900);
        center = open();
        center.show(status(SyncStatus.State.OFFLINE));
        center.show(facts());
        center.showReports(SampleReports.some());
        window.picture("sync-facts-dark");
    }

    private static SyncFacts facts() {
        java.util.Set<UUID> four = java.util.stream.LongStream.range(0, 4)
                .mapToObj(i -> new UUID(7, i))
                .collect(java.util.stream.Collectors.toSet());
        SyncScope scope = new SyncScope(true, false, four, Optional.of(90), 10);
        return new SyncFacts(
                scope,
                Optional.of(scope),
                false,
                Optional.of(new SyncFacts.Check(Instant.now().minus(Duration.ofMinutes(25)), 41_204, 2)),
                java.util.EnumSet.allOf(org.waystation.api.sync.Backend.Capability.class),
                1);
    }

    private SyncCenter open() {
        RelativeTime times = new RelativeTime(Clock.systemDefaultZone());
        SyncCenter center = new SyncCenter(
                window.shell,
                window.look,
                times,
                new CenterActions(new Engine(), new FakeControl(done), opened::add),
                new Lease());
        window.open();
        return center;
    }

    private static SyncStatus status(SyncStatus.State state) {
        return new SyncStatus(
                state,
                1,
                2,
                Optional.of(Instant.now().minus(Duration.ofMinutes(12))),
                Optional.of(Instant.now().minus(Duration.ofMinutes(10))),
                Optional.empty(),
                state == SyncStatus.State.SYNCING
                        ? Optional.of(new SyncStatus.Progress(40_000, 200_000))
                        : Optional.empty());
    }

    /** A lease of 6 days. */
    private static final class Lease implements OfflineLease {

        @Override
        public void renew(int days) {
            throw new UnsupportedOperationException("Screens do not renew it.");
        }

        @Override
        public void revoke() {
            throw new UnsupportedOperationException("Screens do not revoke it.");
        }

        @Override
        public Optional<Duration> left() {
            return Optional.of(Duration.ofDays(6).plusHours(2));
        }
    }

    /** Notes down what it is asked for. */
    private final class Engine implements SyncService {

        @Override
        public SyncStatus status() {
            return SyncStatus.notConnected();
        }

        @Override
        public Optional<ServerSession> session() {
            return Optional.empty();
        }

        @Override
        public AutoCloseable listen(Executor deliverOn, Consumer<SyncStatus> listener) {
            return () -> {};
        }

        @Override
        public void syncNow() {
            done.add("sync");
        }

        @Override
        public CompletionStage<List<PendingOperation>> pending() {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletionStage<Void> retry(UUID operationId) {
            done.add("retry " + operationId.getLeastSignificantBits());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> discard(UUID operationId) {
            done.add("discard " + operationId.getLeastSignificantBits());
            return CompletableFuture.completedFuture(null);
        }
    }
}
