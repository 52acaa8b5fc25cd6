package org.waystation.plugins.ui.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.waystation.api.plugins.Plugins;

/**
 * The program itself, with its window, on a thread of its own; without the bundles that talk to a server. It is started
 * once for all tests, since one process never runs it twice.
 */
final class RunningProgram {

    private static final String SAMPLE = "org.waystation.samples.hello";
    private static final long PATIENCE = 60_000;

    private static Optional<RunningProgram> running = Optional.empty();

    private final BundleContext context =
            FrameworkUtil.getBundle(RunningProgram.class).getBundleContext();
    private final Path sample;
    private final IApplication application;
    private final CompletableFuture<Object> ended = new CompletableFuture<>();
    private final IWorkbench workbench;
    private final Plugins plugins;

    /** The one, started when it is first asked for. */
    static synchronized RunningProgram get() throws Exception {
        if (running.isEmpty()) {
            running = Optional.of(new RunningProgram());
        }
        return running.get();
    }

    private RunningProgram() throws Exception {
        sample = takeOutSample();
        for (String name : List.of(
                "org.waystation.vault",
                "org.waystation.shell",
                "org.waystation.plugins",
                "org.waystation.plugins.ui")) {
            Platform.getBundle(name).start(Bundle.START_TRANSIENT);
        }
        application = application();
        Thread ui = new Thread(this::run, "UI of the program under test");
        ui.setDaemon(true);
        ui.setContextClassLoader(RunningProgram.class.getClassLoader());
        ui.start();
        workbench = await(IWorkbench.class);
        plugins = await(Plugins.class);
        onUi(() -> null);
    }

    /** The build puts the sample among the tests' bundles; what is wanted of it is its file. */
    private Path takeOutSample() throws Exception {
        Bundle bundle = Platform.getBundle(SAMPLE);
        Path file = FileLocator.getBundleFileLocation(bundle).orElseThrow().toPath();
        bundle.uninstall();
        return file;
    }

    Path sample() {
        return sample;
    }

    Plugins plugins() {
        return plugins;
    }

    MApplication model() {
        return workbench.getApplication();
    }

    List<Bundle> bundles(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(b -> b.getSymbolicName().equals(symbolicName))
                .toList();
    }

    /** Runs on the UI thread and waits for the result. */
    <T> T onUi(Callable<T> work) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Display display = model().getContext().get(Display.class);
        display.syncExec(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        return result.get();
    }

    /** The main window. */
    Shell window() {
        return (Shell) model().getChildren().get(0).getWidget();
    }

    /** Waits until something is so; looks each time the UI thread has done something, and at least every tenth second. */
    void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        boolean met = onUi(() -> {
            Display display = Display.getCurrent();
            while (!condition.call() && System.nanoTime() < end) {
                display.timerExec(100, () -> {});
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
            return condition.call();
        });
        if (!met) {
            throw new AssertionError("not so after " + PATIENCE + " ms");
        }
    }

    /** Lets the UI thread do all it was asked to do. */
    void settle() throws Exception {
        onUi(() -> {
            Display display = Display.getCurrent();
            while (display.readAndDispatch()) {
                // Until nothing is left.
            }
            return null;
        });
    }

    private IApplication application() throws Exception {
        IConfigurationElement element = Platform.getExtensionRegistry()
                .getExtension("org.eclipse.core.runtime.applications", "org.waystation.product.application")
                .getConfigurationElements()[0];
        return (IApplication) element.getChildren("run")[0].createExecutableExtension("class");
    }

    private void run() {
        try {
            ended.complete(application.start(new TestApplicationContext(Map.of(
                    "appName", "Waystation",
                    "applicationXMI", "org.waystation.product/Application.e4xmi",
                    "cssTheme", "none",
                    "persistState", "false"))));
        } catch (Exception e) {
            ended.completeExceptionally(e);
        }
    }

    private <S> S await(Class<S> type) throws IOException, InterruptedException {
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        S service = tracker.waitForService(PATIENCE);
        tracker.close();
        if (service == null) {
            ended.getNow(null);
            throw new IOException("no " + type.getSimpleName() + " after " + PATIENCE + " ms");
        }
        return service;
    }
}
