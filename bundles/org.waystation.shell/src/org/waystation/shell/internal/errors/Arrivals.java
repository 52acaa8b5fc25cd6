package org.waystation.shell.internal.errors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;

/**
 * Which bundles have come in wholly. The platform takes a fragment of the model in as soon as its bundle is resolved,
 * while the bundle's services are still to come: a part that is made then finds them missing. The framework tells
 * listeners of this sort of a start only when the start has ended and all those were told who make components.
 */
final class Arrivals implements BundleListener, AutoCloseable {

    private final BundleContext context;
    private final Set<Bundle> there = new HashSet<>();
    private final Map<Bundle, List<Runnable>> waiting = new HashMap<>();

    Arrivals(BundleContext context) {
        this.context = context;
        context.addBundleListener(this);
        synchronized (this) {
            for (Bundle bundle : context.getBundles()) {
                if (bundle.getState() == Bundle.ACTIVE) {
                    there.add(bundle);
                }
            }
        }
    }

    /**
     * Whether it is there; where it is not, runs something once it is, on a thread of the framework.
     *
     * @return false where that is to come
     */
    synchronized boolean isThereOr(Bundle bundle, Runnable then) {
        if (there.contains(bundle)) {
            return true;
        }
        waiting.computeIfAbsent(bundle, key -> new ArrayList<>()).add(then);
        return false;
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        List<Runnable> told = List.of();
        synchronized (this) {
            Bundle bundle = event.getBundle();
            if (event.getType() == BundleEvent.STARTED) {
                there.add(bundle);
                told = waiting.getOrDefault(bundle, told);
                waiting.remove(bundle);
            } else if (event.getType() == BundleEvent.STOPPED || event.getType() == BundleEvent.UNINSTALLED) {
                there.remove(bundle);
                waiting.remove(bundle);
            }
        }
        told.forEach(Runnable::run);
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
    }
}
