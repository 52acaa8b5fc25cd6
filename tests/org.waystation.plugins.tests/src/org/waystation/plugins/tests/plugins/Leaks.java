package org.waystation.plugins.tests.plugins;

import java.util.Map;
import java.util.function.Supplier;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Hangs an object of its own on something that outlives it. */
public final class Leaks implements BundleActivator {

    /** Where the object is put. */
    public static final String KEY = "waystation.tests.leak";

    @Override
    public void start(BundleContext context) {
        @SuppressWarnings("unchecked") // any object may be a system property's value
        Map<Object, Object> properties = (Map<Object, Object>) (Map<?, ?>) System.getProperties();
        properties.put(KEY, (Supplier<Object>) () -> Leaks.class);
    }

    @Override
    public void stop(BundleContext context) {
        // This is the leak: nothing is taken back.
    }
}
