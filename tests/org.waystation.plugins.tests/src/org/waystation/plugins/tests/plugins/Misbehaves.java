package org.waystation.plugins.tests.plugins;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Throws or hangs whenever it is called, and has a thread of its own that it does not end. */
public final class Misbehaves implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("asker", context.getBundle().getSymbolicName());
        context.registerService(Function.class, (Function<String, Object>) Misbehaves::misbehave, properties);
        new Thread(Misbehaves::hang, "thread of a hostile plug-in").start();
    }

    private static Object misbehave(String how) {
        if (how.equals("hang")) {
            hang();
        }
        throw new IllegalStateException("I do not want to");
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop(BundleContext context) {
        // The thread is left behind on purpose.
    }
}
