package org.waystation.plugins.internal.host;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.waystation.api.plugins.RemovalReport;
import org.waystation.plugins.internal.store.PluginRecord;
import org.waystation.plugins.internal.store.PluginRecord.StoredBundle;
import org.waystation.plugins.internal.store.PluginStore;

/**
 * The bundles of plug-ins in the running framework. There is one operation: make the framework hold exactly these
 * plug-ins. Start, installation, update, removal and putting things back after a failure are all that.
 */
final class FrameworkSide {

    private final BundleContext context;
    private final PluginStore store;
    private final PluginBundles owners;
    private final Departure departure;
    private final Duration startDeadline;
    private final Consumer<String> starting;
    private final Map<String, RunningPlugin> running = new LinkedHashMap<>();

    /**
     * @param startDeadline how long one bundle may take to start
     * @param starting gets the id of a plug-in that is about to be started
     */
    FrameworkSide(
            BundleContext context,
            PluginStore store,
            PluginBundles owners,
            Departure departure,
            Duration startDeadline,
            Consumer<String> starting) {
        this.starting = starting;
        this.startDeadline = startDeadline;
        this.context = context;
        this.store = store;
        this.owners = owners;
        this.departure = departure;
    }

    /** What runs, by id. */
    Map<String, RunningPlugin> running() {
        return Collections.unmodifiableMap(running);
    }

    /** Bundles that an earlier run of the program left in the framework, and that nothing wants any more. */
    void forgetStrangers(Set<String> wantedHashes) throws BundleException, InterruptedException {
        List<Bundle> strangers = Arrays.stream(context.getBundles())
                .filter(b -> store.hashAt(b.getLocation())
                        .filter(h -> !wantedHashes.contains(h))
                        .isPresent())
                .toList();
        for (Bundle stranger : strangers) {
            stranger.uninstall();
        }
        refresh(strangers);
    }

    /**
     * Makes the framework hold exactly these.
     *
     * @param wanted those needed by others first
     * @return what became of those that left
     */
    List<RemovalReport> hold(List<PluginRecord> wanted) throws InterruptedException {
        List<RemovalReport> reports = takeOut(wanted);
        for (PluginRecord plugin : wanted) {
            if (!running.containsKey(plugin.id())) {
                running.put(plugin.id(), bringIn(plugin));
            }
        }
        return reports;
    }

    /**
     * The program ends. One that does not stop must not keep it from that: it and the others then lie in the framework until
     * the next start, as after a crash.
     */
    void leave() throws InterruptedException {
        List<Bundle> gone = new ArrayList<>();
        stop(leaving(List.of()), gone);
        if (gone.stream().noneMatch(b -> b.getState() == Bundle.STOPPING)) {
            uninstall(gone);
        }
    }

    /** What it kept for its next time goes too. */
    RemovalReport forget(PluginRecord plugin, RemovalReport report) {
        return departure.forget(
                plugin.bundles().stream().map(StoredBundle::symbolicName).collect(Collectors.toUnmodifiableSet()),
                report);
    }

    private List<RemovalReport> takeOut(List<PluginRecord> wanted) throws InterruptedException {
        List<Bundle> gone = new ArrayList<>();
        List<RemovalReport> reports = stop(leaving(wanted), gone);
        uninstall(gone);
        return reports;
    }

    private List<RemovalReport> stop(List<RunningPlugin> leaving, List<Bundle> gone) {
        List<RemovalReport> reports = new ArrayList<>();
        for (RunningPlugin plugin : leaving) {
            reports.add(departure.leave(plugin));
            gone.addAll(plugin.bundles());
            running.remove(plugin.plugin().id());
        }
        return reports;
    }

    private void uninstall(List<Bundle> bundles) throws InterruptedException {
        Set<Bundle> inUse = new HashSet<>();
        running.values().forEach(p -> inUse.addAll(p.bundles()));
        List<Bundle> gone = bundles.stream().filter(b -> !inUse.contains(b)).toList();
        for (Bundle bundle : gone) {
            try {
                if (bundle.getState() != Bundle.UNINSTALLED) {
                    bundle.uninstall();
                }
            } catch (BundleException e) {
                departure.report(bundle, e);
            }
        }
        refresh(gone);
        owners.remove(gone);
    }

    /** Those not wanted, or wanted in another form, with all that need them; dependents first. */
    private List<RunningPlugin> leaving(List<PluginRecord> wanted) {
        Set<String> unchanged = new HashSet<>();
        for (PluginRecord plugin : wanted) {
            RunningPlugin present = running.get(plugin.id());
            if (present != null
                    && present.failure().isEmpty()
                    && present.plugin().bundles().equals(plugin.bundles())) {
                unchanged.add(plugin.id());
            }
        }
        List<String> leaving =
                running.keySet().stream().filter(id -> !unchanged.contains(id)).toList();
        DependencyOrder order = new DependencyOrder(
                running.values().stream().map(r -> r.plugin().description()).toList());
        Set<String> all = new HashSet<>(order.dependents(leaving));
        all.addAll(leaving);
        List<RunningPlugin> found = new ArrayList<>(running.values().stream()
                .filter(r -> all.contains(r.plugin().id()))
                .toList());
        Collections.reverse(found);
        return found;
    }

    private RunningPlugin bringIn(PluginRecord plugin) throws InterruptedException {
        List<Bundle> bundles = new ArrayList<>();
        long begin = System.nanoTime();
        try {
            for (StoredBundle stored : plugin.bundles()) {
                bundles.add(0, context.installBundle(store.location(stored)));
            }
            owners.add(plugin, bundles);
            starting.accept(plugin.id());
            for (Bundle bundle : bundles) {
                start(bundle);
            }
            return running(plugin, bundles, begin, Optional.empty());
        } catch (BundleException | IOException e) {
            return running(plugin, bundles, begin, Optional.of(firstCause(e)));
        }
    }

    /**
     * On a thread of its own, since an activator may hang; and the host must go on. Whatever the bundle says of lazy
     * activation, it is started wholly, which loads none of its classes where it has no activator: so there is a moment
     * at which it has come in.
     */
    private void start(Bundle bundle) throws BundleException, InterruptedException {
        FutureTask<Void> task = new FutureTask<>(() -> {
            bundle.start(Bundle.START_TRANSIENT);
            return null;
        });
        Thread thread = new Thread(task, "Start of " + bundle.getSymbolicName());
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        try {
            task.get(startDeadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new BundleException("It does not start", e.getCause());
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new BundleException("It had not started after " + startDeadline.toMillis() + " ms");
        }
    }

    private static RunningPlugin running(
            PluginRecord plugin, List<Bundle> bundles, long begin, Optional<String> failure) {
        return new RunningPlugin(plugin, bundles, Duration.ofNanos(System.nanoTime() - begin), failure);
    }

    /** The framework wraps what an activator threw; what it threw is what helps. */
    private static String firstCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.replaceAll("\\s+", " ").strip();
    }

    /** Without this an uninstalled bundle's classes stay, for whoever is wired to them. */
    private void refresh(Collection<Bundle> bundles) throws InterruptedException {
        if (bundles.isEmpty()) {
            return;
        }
        CountDownLatch refreshed = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(bundles, event -> refreshed.countDown());
        refreshed.await();
    }
}
