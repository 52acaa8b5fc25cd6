package org.waystation.shell.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.plugins.PluginDescription;
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
        StallWatchdog watchdog = watchdog(thread, stack -> Optional.empty(), new Heard());
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

    private StallWatchdog watchdog(
            Thread thread, Function<List<StackTraceElement>, Optional<PluginDescription>> culprits, HeldBy heldBy) {
        return new StallWatchdog(
                thread,
                ui,
                () -> List.of("org.eclipse.swt", "org.waystation.shell", "org.waystation"),
                culprits,
                heldBy);
    }

    private static final class Heard implements HeldBy {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        @Override
        public void stuck(PluginDescription plugin, Duration held, List<StackTraceElement> stack) {
            lines.add("stuck by " + plugin.id());
        }

        @Override
        public void over(PluginDescription plugin, Duration held, List<StackTraceElement> stack) {
            lines.add("over by " + plugin.id());
        }

        String next() throws InterruptedException {
            return String.valueOf(lines.poll(60, TimeUnit.SECONDS));
        }
    }

    private static final PluginDescription ACME =
            new PluginDescription("com.acme", "Acme", "Acme", "1.0.0", "1.0", "", Set.of(), Set.of(), List.of());

    @Test
    void aThreadThatWaitsInAPluginIsWokenAndItsNextWaitIsItsOwn() throws Exception {
        Thread thread = ui.submit(Thread::currentThread).get();
        Heard heard = new Heard();
        StallWatchdog watchdog = watchdog(thread, stack -> Optional.of(ACME), heard);
        watchdog.start();
        try {
            String ended = ui.submit(() -> {
                        try {
                            return new CountDownLatch(1).await(60, TimeUnit.SECONDS) ? "let go" : "never woken";
                        } catch (InterruptedException e) {
                            return "woken";
                        }
                    })
                    .get(2, TimeUnit.MINUTES);
            assertEquals("woken", ended);
            assertEquals("over by com.acme", heard.next());
            assertEquals(false, ui.submit(Thread::interrupted).get(1, TimeUnit.MINUTES));
        } finally {
            watchdog.stop();
        }
    }

    @Test
    void aThreadThatWaitsInTheProgramsOwnCodeIsLeftAlone() throws Exception {
        Thread thread = ui.submit(Thread::currentThread).get();
        StallWatchdog watchdog = watchdog(thread, stack -> Optional.empty(), new Heard());
        watchdog.start();
        try {
            assertEquals(
                    false,
                    ui.submit(() -> new CountDownLatch(1).await(3, TimeUnit.SECONDS))
                            .get(2, TimeUnit.MINUTES));
        } finally {
            watchdog.stop();
        }
    }

    @Test
    void oneThatIsBusyForLongIsNamedWhileItIs() throws Exception {
        Thread thread = ui.submit(Thread::currentThread).get();
        Heard heard = new Heard();
        StallWatchdog watchdog = watchdog(thread, stack -> Optional.of(ACME), heard);
        AtomicBoolean free = new AtomicBoolean();
        watchdog.start();
        try {
            ui.submit(() -> {
                while (!free.get()) {
                    Thread.onSpinWait();
                }
            });
            assertEquals("stuck by com.acme", heard.next());
            free.set(true);
            assertEquals("over by com.acme", heard.next());
        } finally {
            free.set(true);
            watchdog.stop();
        }
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
