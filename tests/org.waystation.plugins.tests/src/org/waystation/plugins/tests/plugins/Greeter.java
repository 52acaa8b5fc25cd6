package org.waystation.plugins.tests.plugins;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.function.Supplier;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Registers a service that tells its bundle's version, and never takes it back itself. */
public final class Greeter implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("greeter", context.getBundle().getSymbolicName());
        String version = context.getBundle().getVersion().toString();
        context.registerService(Supplier.class, () -> version, properties);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the service back.
    }
}
