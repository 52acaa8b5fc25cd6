package org.waystation.product.internal;

import java.time.Duration;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/**
 * When the system ends the program, as at the end of a desktop session or by SIGTERM, it goes as if its window had been
 * closed: the layout is kept, plug-ins are stopped, files are closed, and nobody takes it for a crash.
 */
final class OrderlyEnd extends Thread {

    /** Desktops give a program about as long before they kill it. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Framework framework;

    OrderlyEnd(Framework framework) {
        super("Orderly end");
        this.framework = framework;
    }

    @Override
    public void run() {
        try {
            framework.stop();
            framework.waitForStop(PATIENCE.toMillis());
        } catch (BundleException e) {
            System.getLogger(OrderlyEnd.class.getName())
                    .log(System.Logger.Level.WARNING, "The program could not be ended orderly", e);
        } catch (InterruptedException e) {
            currentThread().interrupt();
        }
    }
}
