package org.waystation.shell.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waystation.shell.watch.UiStall;

class StallWatchdogTest {

    private final ExecutorService ui = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        ui.shutdownNow();
    }

    @Test
    void aPlantedStallIsRecordedWithWhoHeldTheThread() throws Exception {
        Thread thread = ui.submit(Thread::currentThread).get();
        StallWatchdog watchdog = new StallWatchdog(
                thread, ui, () -> List.of("org.eclipse.swt", "org.waystation.shell", "org.waystation"));
        watchdog.start();
        try {
            // Holds the thread until it was noticed, however long that takes.
            ui.submit(() -> holdUntilNoticed(watchdog)).get(2, TimeUnit.MINUTES);
        } finally {
            watchdog.stop();
        }
        UiStall stall = watchdog.stalls().getFirst();
        assertTrue(stall.lasted().compareTo(StallWatchdog.LIMIT) > 0, stall::describe);
        assertEquals("org.waystation.shell", stall.bundle());
        assertTrue(stall.describe().contains("holdUntilNoticed"), stall::describe);
    }

    private static void holdUntilNoticed(StallWatchdog watchdog) {
        while (watchdog.stalls().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theCulpritIsTheTopmostOfOurs() {
        List<StackTraceElement> stack = List.of(
                frame("java.net.Socket"),
                frame("org.eclipse.swt.widgets.Display"),
                frame("com.example.plugin.ui.Part"),
                frame("org.waystation.shell.internal.frame.Stripe"));
        List<String> bundles = List.of("org.eclipse.swt", "com.example", "com.example.plugin", "org.waystation.shell");
        assertEquals(Optional.of("com.example.plugin"), Culprit.find(stack, bundles));
        assertEquals(Optional.empty(), Culprit.find(stack.subList(0, 2), bundles));
    }

    private static StackTraceElement frame(String className) {
        return new StackTraceElement(className, "method", null, -1);
    }
}
