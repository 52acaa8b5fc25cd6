package org.waystation.plugins.internal.safe;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.plugins.PluginCallException;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.plugins.internal.host.PluginBundles;

/** Calls plug-ins on threads made for the one call, so that nothing a plug-in hangs on a thread outlives it. */
public final class SafeCalls implements SafeCaller {

    private static final Logger LOG = LoggerFactory.getLogger(SafeCalls.class);

    private final PluginBundles owners;
    private final Strikes strikes;
    private final ScheduledExecutorService deadlines;

    public SafeCalls(PluginBundles owners, Strikes strikes, ScheduledExecutorService deadlines) {
        this.owners = owners;
        this.strikes = strikes;
        this.deadlines = deadlines;
    }

    @Override
    public <T> CompletionStage<T> call(Object target, String what, Duration deadline, Callable<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        String owner = ownerOf(target);
        Thread thread = Thread.ofPlatform().daemon().name(owner + ": " + what).unstarted(() -> {
            try {
                result.complete(call.call());
            } catch (Throwable e) {
                if (result.completeExceptionally(new PluginCallException(owner, owner + ": " + what + " failed", e))) {
                    fault(target, what + " threw " + e, e);
                }
            }
        });
        thread.setContextClassLoader(null);
        var timer = deadlines.schedule(
                () -> {
                    String late = what + " took longer than " + deadline.toMillis() + " ms";
                    if (result.completeExceptionally(new PluginCallException(owner, owner + ": " + late, null))) {
                        thread.interrupt();
                        fault(target, late, stackOf(thread, late));
                    }
                },
                deadline.toNanos(),
                TimeUnit.NANOSECONDS);
        result.whenComplete((value, failure) -> timer.cancel(false));
        thread.start();
        return result;
    }

    @Override
    public <T> Optional<T> here(Object target, String what, Callable<T> call) {
        try {
            return Optional.ofNullable(call.call());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            fault(target, what + " threw " + e, e);
            return Optional.empty();
        }
    }

    @Override
    public boolean run(Object target, String what, Runnable call) {
        return here(target, what, () -> {
                    call.run();
                    return true;
                })
                .isPresent();
    }

    private void fault(Object target, String what, Throwable evidence) {
        LOG.error("{}: {}", ownerOf(target), what, evidence);
        owners.ownerOf(target.getClass()).ifPresent(plugin -> strikes.add(plugin.id(), what));
    }

    private String ownerOf(Object target) {
        Bundle bundle = FrameworkUtil.getBundle(target.getClass());
        String name = bundle == null ? target.getClass().getName() : bundle.getSymbolicName();
        return owners.ownerOf(target.getClass()).map(p -> p.id()).orElse(name);
    }

    /** Where it hangs. */
    private static Throwable stackOf(Thread thread, String message) {
        Exception where = new Exception(message);
        where.setStackTrace(thread.getStackTrace());
        return where;
    }
}
