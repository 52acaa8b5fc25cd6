package org.waystation.plugins.tests.plugins;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Does not want to leave. */
public final class ThrowsAtStop implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        // Nothing to do.
    }

    @Override
    public void stop(BundleContext context) {
        throw new IllegalStateException("not now");
    }
}
