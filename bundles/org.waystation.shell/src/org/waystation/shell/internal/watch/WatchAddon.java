package org.waystation.shell.internal.watch;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.waystation.api.notify.Notifications;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.shell.watch.UiStalls;

/** Watches the UI thread once the window is there, and lets the floors below tell that thread from others. */
public final class WatchAddon {

    /** Property of the service by which the floors below find the question whether they are on the UI thread. */
    private static final String THREAD = "waystation.thread";

    private final Display display;
    private final StallWatchdog watchdog;
    private final List<ServiceRegistration<?>> services;

    @Inject
    public WatchAddon(Display display, SafeCaller safe, Notifications notifications) {
        this.display = display;
        BundleContext bundles = FrameworkUtil.getBundle(getClass()).getBundleContext();
        Thread uiThread = display.getThread();
        this.watchdog = new StallWatchdog(
                uiThread,
                this::onUiThread,
                () -> names(bundles),
                stack -> culprit(safe, stack),
                new StallTold(safe, notifications));
        BooleanSupplier onUiThread = () -> Thread.currentThread() == uiThread;
        this.services = List.of(
                bundles.registerService(UiStalls.class, watchdog, null),
                bundles.registerService(BooleanSupplier.class, onUiThread, new Hashtable<>(Map.of(THREAD, "ui"))));
        display.addListener(SWT.Dispose, event -> watchdog.stop());
    }

    private static java.util.Optional<PluginDescription> culprit(SafeCaller safe, List<StackTraceElement> stack) {
        return Culprit.isAsking(stack) ? java.util.Optional.empty() : safe.culprit(stack);
    }

    @Inject
    @Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event) {
        watchdog.start();
    }

    @PreDestroy
    void stop() {
        watchdog.stop();
        services.forEach(ServiceRegistration::unregister);
    }

    private void onUiThread(Runnable beat) {
        if (!display.isDisposed()) {
            display.asyncExec(beat);
        }
    }

    private static List<String> names(BundleContext bundles) {
        return Arrays.stream(bundles.getBundles()).map(Bundle::getSymbolicName).toList();
    }
}
