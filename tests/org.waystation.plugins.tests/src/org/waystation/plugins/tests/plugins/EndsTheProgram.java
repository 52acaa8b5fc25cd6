package org.waystation.plugins.tests.plugins;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Tries each way to end the program, and tells what came of it through a service. */
public final class EndsTheProgram implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("asker", context.getBundle().getSymbolicName());
        IntConsumer reference = System::exit;
        IntConsumer halting = Runtime.getRuntime()::halt;
        context.registerService(
                Function.class,
                (Function<String, Object>) what -> String.join(
                        "\n",
                        outcome(() -> System.exit(66)),
                        outcome(() -> Runtime.getRuntime().exit(66)),
                        outcome(() -> Runtime.getRuntime().halt(66)),
                        outcome(() -> reference.accept(66)),
                        outcome(() -> halting.accept(66)),
                        outcome(() -> Runtime.getRuntime().addShutdownHook(new Thread())),
                        outcome(() -> System.out.flush())),
                properties);
    }

    private static String outcome(Runnable attempt) {
        try {
            attempt.run();
            return "went through";
        } catch (SecurityException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the service back.
    }
}
