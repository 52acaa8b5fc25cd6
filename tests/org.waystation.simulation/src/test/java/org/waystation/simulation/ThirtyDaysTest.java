package org.waystation.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A month away from any network, and what may have become of the server meanwhile. */
class ThirtyDaysTest {

    private static final int QUEUED = 500;

    /** Some steps change nothing, such as a priority that stays what it was. */
    private static final int STEPS = 540;

    private final List<Step> steps = new ArrayList<>();

    @BeforeAll
    static void quiet() {
        LogManager.getLogManager().reset(); // what goes wrong here goes wrong on purpose
    }

    private void add(Action action, Duration pause) {
        steps.add(new Step(steps.size(), action, 0, 7919L * (steps.size() + 1), pause));
    }

    private void aMonthAway() {
        add(Action.WAIT, Duration.ofMinutes(1));
        add(Action.OFFLINE, Duration.ZERO);
        Action[] work = {Action.NOTE, Action.TIME, Action.SUBJECT, Action.PRIORITY, Action.TAGS};
        for (int i = 0; i < STEPS; i++) {
            add(i % 50 == 0 ? Action.NEW_TICKET : work[i % work.length], Duration.ofMinutes(80));
        }
        for (int i = 0; i < 20; i++) {
            add(i % 2 == 0 ? Action.COLLEAGUE_EDIT : Action.COLLEAGUE_NOTE, Duration.ofMinutes(1));
        }
        add(Action.COLLEAGUE_DELETE, Duration.ofMinutes(1));
    }

    private World.Result run() throws IOException {
        World.Result result = new Simulation(Plant.NONE).run(new Plan(11, 1, steps));
        assertEquals(List.of(), result.failures(), () -> String.join("\n", result.trace()));
        assertTrue(result.saved() >= QUEUED, () -> "only " + result.saved() + " edits were saved");
        return result;
    }

    @Test
    void theCursorExpiredMeanwhile() throws IOException {
        aMonthAway();
        add(Action.FORGET_DELETIONS, Duration.ofMinutes(1));
        add(Action.ONLINE, Duration.ofMinutes(5));
        run();
    }

    @Test
    void theServerWasRestoredMeanwhile() throws IOException {
        add(Action.WAIT, Duration.ofMinutes(1));
        add(Action.BACKUP, Duration.ZERO);
        aMonthAway();
        add(Action.RESTORE_OLDER, Duration.ofMinutes(1));
        add(Action.ONLINE, Duration.ofMinutes(5));
        run();
    }

    @Test
    void theServerIsRestoredAfterAllWasSent() throws IOException {
        aMonthAway();
        add(Action.BACKUP, Duration.ZERO);
        add(Action.ONLINE, Duration.ofMinutes(5));
        add(Action.COLLEAGUE_NOTE, Duration.ofMinutes(5));
        add(Action.RESTORE_OLDER, Duration.ofMinutes(5));
        run();
    }
}
