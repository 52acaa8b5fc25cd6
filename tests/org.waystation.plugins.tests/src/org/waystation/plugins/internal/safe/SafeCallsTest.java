package org.waystation.plugins.internal.safe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.plugins.PluginCallException;
import org.waystation.plugins.internal.host.PluginBundles;

class SafeCallsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();
    private final SafeCalls calls =
            new SafeCalls(new PluginBundles(), new Strikes(Clock.systemUTC(), (id, why) -> {}), deadlines);

    @AfterEach
    void stop() {
        deadlines.shutdownNow();
    }

    @Test
    void givesWhatTheCallGives() {
        assertEquals(
                3,
                calls.call(this, "count", LONG, () -> 3).toCompletableFuture().join());
    }

    @Test
    void whatIsThrownComesWithWhoseItIs() {
        PluginCallException failure = failure(calls.call(this, "count", LONG, () -> {
            throw new IllegalStateException("broken");
        }));
        assertEquals("org.waystation.plugins", failure.pluginId());
        assertEquals("broken", failure.getCause().getMessage());
    }

    @Test
    void errorsAreCaughtToo() {
        assertInstanceOf(
                StackOverflowError.class,
                failure(calls.call(this, "dig", LONG, SafeCallsTest::endless)).getCause());
        assertEquals(Optional.empty(), calls.here(this, "dig", SafeCallsTest::endless));
    }

    @Test
    void oneThatHangsIsInterruptedAtItsDeadline() {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        PluginCallException failure = failure(calls.call(this, "wait", Duration.ofMillis(50), () -> {
            try {
                new CountDownLatch(1).await();
                return interrupted.complete(false);
            } catch (InterruptedException e) {
                return interrupted.complete(true);
            }
        }));
        assertTrue(failure.getMessage().contains("50 ms"), failure.getMessage());
        assertTrue(interrupted.join());
    }

    @Test
    void onTheSameThreadItOnlyCatches() {
        assertEquals(Optional.of("x"), calls.here(this, "say", () -> "x"));
        assertTrue(calls.run(this, "do", () -> {}));
        assertFalse(calls.run(this, "do", () -> {
            throw new IllegalArgumentException();
        }));
    }

    private static int endless() {
        return endless() + 1;
    }

    private static PluginCallException failure(CompletionStage<?> stage) {
        CompletionException e = assertThrows(
                CompletionException.class, () -> stage.toCompletableFuture().join());
        return assertInstanceOf(PluginCallException.class, e.getCause());
    }
}
