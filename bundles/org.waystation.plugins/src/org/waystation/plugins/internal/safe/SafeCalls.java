package org.waystation.plugins.internal.safe;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.plugins.PluginCallException;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.PluginFault;
import org.waystation.api.plugins.PluginFaultListener;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.plugins.internal.host.PluginBundles;
import org.waystation.plugins.internal.store.PluginRecord;

/** Calls plug-ins on threads made for the one call, so that nothing a plug-in hangs on a thread outlives it. */
@Component
public final class SafeCalls implements SafeCaller {

    private static final Logger LOG = LoggerFactory.getLogger(SafeCalls.class);

    private final PluginBundles owners;
    private final Strikes strikes;
    private final ScheduledExecutorService deadlines;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private final List<PluginFaultListener> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public SafeCalls(@Reference PluginBundles owners, @Reference Strikes strikes) {
        this(owners, strikes, Executors.newSingleThreadScheduledExecutor(r -> {
            Thread thread = new Thread(r, "Plug-in deadlines");
            thread.setDaemon(true);
            return thread;
        }));
    }

    SafeCalls(PluginBundles owners, Strikes strikes, ScheduledExecutorService deadlines) {
        this.owners = owners;
        this.strikes = strikes;
        this.deadlines = deadlines;
    }

    @Deactivate
    void stop() {
        deadlines.shutdownNow();
    }

    @Override
    public <T> CompletionStage<T> call(Object target, String what, Duration deadline, Callable<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        String owner = nameOf(target);
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
                        Throwable where = stackOf(thread, late);
                        thread.interrupt();
                        fault(target, late, where);
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

    @Override
    public Optional<PluginDescription> owner(Object target) {
        Bundle bundle = bundleOf(target);
        return bundle == null ? Optional.empty() : owners.ownerOf(bundle).map(PluginRecord::description);
    }

    @Override
    public Optional<PluginDescription> culprit(List<StackTraceElement> stack) {
        return owners.culprit(stack).map(PluginRecord::description);
    }

    @Override
    public void report(PluginDescription plugin, String what, Throwable evidence) {
        LOG.error("{}: {}", plugin.id(), what, evidence);
        PluginFault fault = new PluginFault(plugin, what, text(plugin, what, evidence), Instant.now());
        listeners.forEach(listener -> listener.fault(fault));
        strikes.add(plugin.id(), what);
    }

    @Override
    public void condemn(PluginDescription plugin, String why, Throwable evidence) {
        LOG.error("{} is switched off: {}", plugin.id(), why, evidence);
        strikes.condemn(plugin.id(), why);
    }

    private void fault(Object target, String what, Throwable evidence) {
        owner(target)
                .ifPresentOrElse(
                        plugin -> report(plugin, what, evidence),
                        () -> LOG.error("{}: {}", nameOf(target), what, evidence));
    }

    private String nameOf(Object target) {
        Bundle bundle = bundleOf(target);
        String name = bundle == null ? classOf(target).getName() : bundle.getSymbolicName();
        return owner(target).map(PluginDescription::id).orElse(name);
    }

    private static @Nullable Bundle bundleOf(Object target) {
        return target instanceof Bundle bundle ? bundle : FrameworkUtil.getBundle(classOf(target));
    }

    private static Class<?> classOf(Object target) {
        return target instanceof Class<?> type ? type : target.getClass();
    }

    private static String text(PluginDescription plugin, String what, Throwable evidence) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.printf("%s %s (%s) by %s%n", plugin.name(), plugin.version(), plugin.id(), plugin.vendor());
        out.println(what);
        out.printf("Java %s, %s%n%n", Runtime.version(), System.getProperty("os.name"));
        evidence.printStackTrace(out);
        return text.toString();
    }

    /** Where it hangs. */
    private static Throwable stackOf(Thread thread, String message) {
        Exception where = new Exception(message);
        where.setStackTrace(thread.getStackTrace());
        return where;
    }
}
