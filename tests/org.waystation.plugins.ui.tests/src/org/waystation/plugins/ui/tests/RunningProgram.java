package org.waystation.plugins.ui.tests;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.waystation.api.plugins.PluginFault;
import org.waystation.api.plugins.PluginFaultListener;
import org.waystation.api.plugins.Plugins;
import org.waystation.shell.widgets.PaintedControl;
import org.waystation.vault.KeyVault;

/**
 * The program itself, with its window, on a thread of its own; without the bundles that talk to a server. It is started
 * once for all tests, since one process never runs it twice.
 */
final class RunningProgram {

    private static final String SAMPLE = "org.waystation.samples.hello";
    private static final String HOSTILE = "org.waystation.hostile";
    /** The shell, the product itself and the host's own screen, which does the undoing. */
    private static final Set<String> FIXED =
            Set.of("org.waystation.shell", "org.waystation.product", "org.waystation.plugins.ui");

    private static final long PATIENCE = 60_000;

    private static Optional<RunningProgram> running = Optional.empty();

    private final BundleContext context =
            FrameworkUtil.getBundle(RunningProgram.class).getBundleContext();
    private final Map<String, Path> removable = new TreeMap<>();
    private final Path sample;
    private final Path hostile;
    private final List<PluginFault> faults = new CopyOnWriteArrayList<>();
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
        // So that images, fonts and the like can be listed with who made them.
        Device.DEBUG = true;
        for (Bundle bundle : context.getBundles()) {
            if (isRemovable(bundle)) {
                removable.put(bundle.getSymbolicName(), takeOut(bundle.getSymbolicName()));
            }
        }
        sample = removable.get(SAMPLE);
        hostile = removable.remove(HOSTILE);
        context.registerService(PluginFaultListener.class, faults::add, null);
        for (Bundle bundle : context.getBundles()) {
            if (isOurs(bundle)) {
                bundle.start(Bundle.START_TRANSIENT);
            }
        }
        application = application();
        Thread ui = new Thread(this::run, "UI of the program under test");
        ui.setDaemon(true);
        ui.setContextClassLoader(RunningProgram.class.getClassLoader());
        ui.start();
        workbench = await(IWorkbench.class);
        plugins = await(Plugins.class);
        // A new profile, whose data are open from now on.
        await(KeyVault.class)
                .unlock("a passphrase of the tests"::toCharArray)
                .toCompletableFuture()
                .join();
        onUi(() -> null);
    }

    /** All of the program as the product starts it; without a server's address nothing of it talks to one. */
    private static boolean isOurs(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name.startsWith("org.waystation.")
                && !name.endsWith(".tests")
                && bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null
                && bundle.getState() != Bundle.UNINSTALLED;
    }

    /** The build puts plug-ins among the tests' bundles; what is wanted of them is their file. */
    private static Path takeOut(String name) throws Exception {
        Bundle bundle = Platform.getBundle(name);
        Path file = FileLocator.getBundleFileLocation(bundle).orElseThrow().toPath();
        bundle.uninstall();
        return file;
    }

    /** Screens and samples: what brings a fragment of the model and is not what the program itself consists of. */
    private static boolean isRemovable(Bundle bundle) {
        return bundle.getSymbolicName().startsWith("org.waystation.")
                && bundle.getHeaders("").get("Model-Fragment") != null
                && !FIXED.contains(bundle.getSymbolicName());
    }

    /** The plug-ins of the product and the samples, by name; none of them is in the program yet. */
    Map<String, Path> removable() {
        return removable;
    }

    /** For files of the tests. */
    Path folder() throws IOException {
        return Files.createDirectories(
                Path.of(System.getProperty("waystation.profile")).resolveSibling("packages"));
    }

    /** Images, fonts and the like that code of a bundle made and did not give back; on the UI thread. */
    List<String> resources(String name) throws ReflectiveOperationException {
        Object[] objects = (Object[]) ofDevice("objects");
        Error[] errors = (Error[]) ofDevice("errors");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < objects.length; i++) {
            if (errors[i] != null) {
                StackTraceElement[] made = errors[i].getStackTrace();
                if (objects[i] instanceof Resource resource && !resource.isDisposed() && isMadeBy(name, made)) {
                    found.add(resource + " made " + Arrays.toString(made));
                }
                // An error holds the classes on its stack, and so would hold the plug-in itself.
                errors[i] = new Error("see its stack");
                errors[i].setStackTrace(made);
            }
        }
        return found;
    }

    private static Object ofDevice(String name) throws ReflectiveOperationException {
        Field field = Device.class.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(Display.getCurrent());
    }

    /** The nearest to the making that is neither the platform nor the JDK; system cursors and such are the display's own. */
    private static boolean isMadeBy(String name, StackTraceElement[] stack) {
        return Arrays.stream(stack).noneMatch(frame -> frame.getMethodName().startsWith("getSystem"))
                && Arrays.stream(stack)
                        .map(StackTraceElement::getClassName)
                        .filter(type -> !type.startsWith("org.eclipse.") && !type.startsWith("java"))
                        .findFirst()
                        .filter(type -> type.startsWith(name + "."))
                        .isPresent();
    }

    Path sample() {
        return sample;
    }

    Path hostile() {
        return hostile;
    }

    /** What plug-ins did wrong since the start. */
    List<PluginFault> faults() {
        return faults;
    }

    <S> S service(Class<S> type) {
        return context.getService(context.getServiceReference(type));
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

    /** A control of the main window by its id; on the UI thread. */
    Optional<Control> find(String id) {
        return all(window()).stream()
                .filter(c -> id.equals(c.getData("org.waystation.id")))
                .findFirst();
    }

    /** All controls below one, which need not be a composite. */
    List<Control> all(Control parent) {
        List<Control> all = new ArrayList<>();
        if (parent instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                all.add(child);
                all.addAll(all(child));
            }
        }
        return all;
    }

    /** The words on it. */
    String texts(Control card) {
        return String.join(
                "\n",
                all(card).stream()
                        .filter(PaintedControl.class::isInstance)
                        .map(c -> ((PaintedControl) c).getText())
                        .toList());
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
