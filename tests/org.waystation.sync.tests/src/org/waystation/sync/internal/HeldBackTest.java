package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Operation;

class HeldBackTest {

    private final ManualClock clock = new ManualClock();
    private final HeldBack held = new HeldBack(clock.time());
    private final Operation first = operation(1, 11);
    private final Operation dependent = operation(2, 12, first.id());
    private final Operation sameRecord = operation(3, 11);
    private final Operation ofDependent = operation(4, 13, dependent.id());
    private final Operation free = operation(5, 15);
    private final List<Operation> all = List.of(first, dependent, sameRecord, ofDependent, free);

    @Test
    void letsAllGoWhereNoneIsHeld() {
        assertEquals(all, held.select(all, 10));
        assertEquals(Optional.empty(), held.nextRelease());
    }

    @Test
    void holdsWhatDependsAndWhatTouchesTheSameRecord() {
        held.hold(first.id(), Duration.ofSeconds(5));

        assertEquals(List.of(free), held.select(all, 10));
        assertEquals(Optional.of(Duration.ofSeconds(5)), held.nextRelease());
    }

    @Test
    void letsThemGoWhenTheTimeIsOver() {
        held.hold(first.id(), Duration.ofSeconds(5));
        clock.set(clock.instant().plusSeconds(5));

        assertEquals(all, held.select(all, 10));
        assertEquals(Optional.empty(), held.nextRelease());
    }

    @Test
    void letsThemGoWhenSomebodyAsks() {
        held.hold(first.id(), Duration.ofSeconds(5));
        held.releaseAll();

        assertEquals(all, held.select(all, 10));
    }

    @Test
    void givesNoMoreThanTheLimitAndKeepsTheOrder() {
        assertEquals(List.of(first, dependent), held.select(all, 2));
    }

    private static Operation operation(long id, long record, UUID... dependsOn) {
        return new Operation(
                Workstation.id(id),
                Operation.Type.UPDATE,
                EntityKind.TICKET,
                Workstation.id(record),
                1,
                List.of(),
                List.of(dependsOn),
                new ManualClock().instant());
    }
}
