package org.waystation.plugins.tests.plugins;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Cannot be started. */
public final class ThrowsAtStart implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("the moon is in the wrong phase");
    }

    @Override
    public void stop(BundleContext context) {
        throw new IllegalStateException("never started");
    }
}
