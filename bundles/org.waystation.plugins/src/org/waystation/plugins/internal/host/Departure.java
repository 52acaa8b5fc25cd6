package org.waystation.plugins.internal.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.plugins.ContributionLedger;
import org.waystation.api.plugins.RemovalReport;

/** Takes a plug-in's contributions out and stops it; says what is left. */
final class Departure {

    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);

    /** How long a bundle may take to stop, and once more after it was interrupted. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Supplier<List<ContributionLedger>> ledgers;

    /**
     * @param ledgers those present at the moment of a departure
     */
    Departure(Supplier<List<ContributionLedger>> ledgers) {
        this.ledgers = ledgers;
    }

    RemovalReport leave(RunningPlugin plugin) {
        String id = plugin.plugin().id();
        List<String> undone = new ArrayList<>();
        List<String> leftover = new ArrayList<>();
        Set<String> names =
                plugin.bundles().stream().map(Bundle::getSymbolicName).collect(Collectors.toUnmodifiableSet());
        List<ContributionLedger> present = ledgers.get();
        present.forEach(l -> undone.addAll(safely(id, leftover, () -> l.withdraw(names))));
        for (int i = plugin.bundles().size() - 1; i >= 0; i--) {
            stop(plugin.bundles().get(i), leftover);
        }
        present.forEach(l -> leftover.addAll(safely(id, leftover, () -> l.leftover(names))));
        if (!leftover.isEmpty()) {
            LOG.warn("{} left behind: {}", id, leftover);
        }
        return new RemovalReport(id, undone, leftover);
    }

    /** What bundles kept for their next time goes; to be called when they were removed for good. */
    RemovalReport forget(Set<String> bundles, RemovalReport report) {
        List<String> undone = new ArrayList<>(report.undone());
        List<String> leftover = new ArrayList<>(report.leftover());
        ledgers.get().forEach(l -> undone.addAll(safely(report.pluginId(), leftover, () -> l.forget(bundles))));
        return new RemovalReport(report.pluginId(), undone, leftover);
    }

    /** A ledger that fails must not keep a plug-in from leaving. */
    private static List<String> safely(String id, List<String> leftover, Supplier<List<String>> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            LOG.error("Could not undo what {} brought", id, e);
            leftover.add("unknown: " + e);
            return List.of();
        }
    }

    /**
     * On a thread of its own, since an activator may hang; and the departure must go on. Not transiently: Equinox marks
     * bundles of lazy activation to be started from their installation on, and one so marked is started again by the
     * next class that is loaded of it, such as by work in the background.
     */
    private static void stop(Bundle bundle, List<String> leftover) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            bundle.stop();
            return null;
        });
        Thread thread = new Thread(task, "Stop of " + bundle.getSymbolicName());
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        try {
            if (!ended(task, bundle)) {
                thread.interrupt();
                if (!ended(task, bundle)) {
                    leftover.add("the end of " + bundle.getSymbolicName() + ", which does not stop");
                }
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        if (services != null) {
            leftover.add(services.length + " services of " + bundle.getSymbolicName());
        }
    }

    private static boolean ended(FutureTask<Void> task, Bundle bundle) throws InterruptedException {
        try {
            task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            // The framework has stopped it all the same: what threw is its activator.
            LOG.warn("{} threw while it was stopped", bundle.getSymbolicName(), e);
        } catch (TimeoutException e) {
            LOG.warn("{} had not stopped after {}", bundle.getSymbolicName(), PATIENCE);
            return false;
        }
        return true;
    }

    void report(Bundle bundle, BundleException e) {
        LOG.error("{} could not be uninstalled", bundle.getSymbolicName(), e);
    }
}
