package org.waystation.plugins.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.waystation.api.plugins.Plugins;
import org.waystation.api.profile.Profile;

/** The program itself, with its window, on a thread of its own; without the bundles that talk to a server. */
final class RunningProgram implements AutoCloseable {

    private static final String SAMPLE = "org.waystation.samples.hello";
    private static final long PATIENCE = 60_000;

    private final BundleContext context =
            FrameworkUtil.getBundle(RunningProgram.class).getBundleContext();
    private final Path sample;
    private final IApplication application;
    private final CompletableFuture<Object> ended = new CompletableFuture<>();
    private final ServiceRegistration<Profile> profile;
    private final IWorkbench workbench;
    private final Plugins plugins;

    RunningProgram(Path folder) throws Exception {
        sample = takeOutSample();
        Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(folder.resolve("plugins/policy.json"), "{\"developerMode\":true}");
        Dictionary<String, Object> properties = new Hashtable<>();
        profile = context.registerService(Profile.class, () -> folder, properties);
        for (String name : List.of("org.waystation.shell", "org.waystation.plugins", "org.waystation.plugins.ui")) {
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
        if (bundle == null) {
            return Path.of(System.getProperty(SAMPLE));
        }
        Path file = FileLocator.getBundleFileLocation(bundle).orElseThrow().toPath();
        bundle.uninstall();
        System.setProperty(SAMPLE, file.toString());
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

    @Override
    public void close() throws Exception {
        Display display = model().getContext().get(Display.class);
        display.asyncExec(workbench::close);
        ended.get();
        profile.unregister();
    }
}
