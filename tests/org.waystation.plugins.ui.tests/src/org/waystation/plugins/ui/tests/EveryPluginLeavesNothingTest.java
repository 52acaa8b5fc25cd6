package org.waystation.plugins.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.MContribution;
import org.eclipse.e4.ui.model.application.commands.MCommand;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.osgi.framework.FrameworkUtil;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.plugins.PluginState;
import org.waystation.api.plugins.RemovalReport;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.plugins.unload.UnloadProof;

/**
 * Every plug-in of the product and every sample is installed, used and removed twenty times in the running program, and
 * nothing of it is left. Which there are is read from the bundles that the product's feature brings.
 */
class EveryPluginLeavesNothingTest {

    private static final int ROUNDS = Integer.getInteger("waystation.test.rounds", 20);

    /** Part of the name of those to look at, for one person's work on one of them. */
    private static final String ONLY = System.getProperty("waystation.test.plugin", "");

    private static final int TRIES = 300;

    private RunningProgram program;

    @BeforeEach
    void start() throws Exception {
        program = RunningProgram.get();
        program.faults().clear();
    }

    @AfterEach
    void removeAll() {
        program.plugins()
                .installed()
                .forEach(p -> program.plugins()
                        .remove(p.description().id())
                        .toCompletableFuture()
                        .join());
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLeftOf() throws Exception {
        Map<String, Path> all = RunningProgram.get().removable();
        assertFalse(all.isEmpty());
        return all.entrySet().stream()
                .filter(each -> each.getKey().contains(ONLY))
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> rounds(each.getKey(), each.getValue())));
    }

    /** The checks can fail: what leaks on purpose is found, and the holder named. */
    @Test
    void aPlantedLeakIsFoundAndItsHolderNamed() throws Exception {
        install(program.sample());
        UnloadProof proof = new UnloadProof(program.bundles("org.waystation.samples.hello"));
        Planted.HELD.add(program.bundles("org.waystation.samples.hello")
                .getFirst()
                .loadClass("org.waystation.samples.hello.Greet"));
        remove("org.waystation.samples.hello");
        String holder = proof.holder().orElseThrow();
        Planted.HELD.clear();
        assertEquals(true, holder.contains(Planted.class.getName()), holder);
        assertEquals(Optional.empty(), proof.holder());
    }

    /** Holds what it should not. */
    private static final class Planted {
        private static final List<Class<?>> HELD = new ArrayList<>();
    }

    private void rounds(String name, Path file) throws Exception {
        program.faults().clear();
        Path plugin = AsPlugin.of(file, name, program.folder());
        Set<String> before = program.onUi(this::model);
        List<String> listening = program.onUi(this::displayListeners);
        for (int round = 1; round <= ROUNDS; round++) {
            try (BrokenRules broken = new BrokenRules()) {
                install(plugin);
                assertEquals(List.of(), broken.told(), "it keeps to the rules that a team's own plug-ins are held to");
            }
            assertEquals(
                    PluginState.ACTIVE,
                    program.plugins().installed().getFirst().state(),
                    () -> program.plugins().installed().getFirst().reason());
            use(name);
            assertEquals(List.of(), program.faults(), "it makes no mistakes");
            UnloadProof proof = new UnloadProof(program.bundles(name));
            RemovalReport report = remove(name);
            assertEquals(List.of(), report.leftover(), name + ", round " + round);
            assertEquals(before, program.onUi(this::model), name + ", round " + round);
            awaitListeners(listening, name + ", round " + round);
            assertNoneOf(name);
            assertEquals(Optional.empty(), proof.holder(), name + ", round " + round);
        }
    }

    /** What closes with the plug-in may do so some turns of the UI thread later. */
    private void awaitListeners(List<String> before, String what) throws Exception {
        for (int i = 0; i < TRIES && !before.equals(program.onUi(this::displayListeners)); i++) {
            program.settle();
        }
        assertEquals(before, program.onUi(this::displayListeners), what);
    }

    private void install(Path file) throws Exception {
        var offers =
                program.plugins().inspect(List.of(file)).toCompletableFuture().join();
        program.plugins().install(offers).toCompletableFuture().join();
        program.settle();
    }

    private RemovalReport remove(String name) throws Exception {
        RemovalReport report =
                program.plugins().remove(name).toCompletableFuture().join();
        program.settle();
        return report;
    }

    /** Opens its parts and editors and runs its commands; what opens beside the window is closed again. */
    private void use(String name) throws Exception {
        for (MPart part : program.onUi(() -> theirs(MPart.class, name))) {
            program.onUi(() -> {
                part.setVisible(true);
                part.setToBeRendered(true);
                context().get(EPartService.class).activate(part, true);
                assertNotNull(
                        part.getObject(),
                        part.getElementId() + " is made; a service it asks for may have no capability");
                return null;
            });
            program.settle();
        }
        for (MPartDescriptor editor : program.onUi(() -> theirs(MPartDescriptor.class, name))) {
            EntityKind kind = new EntityKind(editor.getPersistedState().get("kind"));
            program.onUi(() -> {
                program.service(RecordNavigator.class).open(new RecordRef(kind, UUID.randomUUID()));
                return null;
            });
            program.settle();
        }
        for (MCommand command : program.onUi(() -> theirs(MCommand.class, name))) {
            run(command.getElementId());
            program.settle();
            program.onUi(this::closeOthers);
            program.settle();
        }
    }

    /** A command may open a dialog of the window system, which goes by a key only. */
    private void run(String id) throws Exception {
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> {
            try {
                program.onUi(() -> {
                    execute(id);
                    return null;
                });
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
        for (int i = 0; i < TRIES; i++) {
            try {
                done.get(200, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                new ProcessBuilder("xdotool", "key", "Escape").start().waitFor();
            }
        }
        throw new AssertionError(id + " does not come back");
    }

    private void execute(String id) {
        ParameterizedCommand command = context().get(ECommandService.class).createCommand(id, Map.of());
        EHandlerService handlers = context().get(EHandlerService.class);
        if (command != null && handlers.canExecute(command)) {
            handlers.executeHandler(command);
        }
    }

    private Object closeOthers() {
        for (Shell shell : Display.getCurrent().getShells()) {
            if (shell != program.window() && !shell.isDisposed()) {
                shell.dispose();
            }
        }
        return "";
    }

    private IEclipseContext context() {
        return program.model().getChildren().getFirst().getContext();
    }

    private <T extends MApplicationElement> List<T> theirs(Class<T> type, String name) {
        List<T> found = new ArrayList<>();
        ((EObject) program.model()).eAllContents().forEachRemaining(element -> {
            if (type.isInstance(element)
                    && ("platform:/plugin/" + name).equals(((MApplicationElement) element).getContributorURI())) {
                found.add(type.cast(element));
            }
        });
        return found;
    }

    /** Every element of the model with its class, open editors left out: their places are kept for the next round. */
    private Set<String> model() {
        Set<String> all = new TreeSet<>();
        ((EObject) program.model()).eAllContents().forEachRemaining(element -> {
            if (element instanceof MApplicationElement named
                    && !String.valueOf(named.getElementId()).startsWith("editor.")) {
                String code = element instanceof MContribution made ? made.getContributionURI() : "";
                all.add(element.eClass().getName() + " " + named.getElementId() + " " + code);
            }
        });
        return all;
    }

    /** Listeners and filters of the whole display, which SWT does not tell of. */
    private List<String> displayListeners() throws ReflectiveOperationException {
        List<String> all = new ArrayList<>();
        for (String table : List.of("eventTable", "filterTable")) {
            Field field = Display.class.getDeclaredField(table);
            field.setAccessible(true);
            Object events = field.get(Display.getCurrent());
            if (events != null) {
                Field listeners = events.getClass().getDeclaredField("listeners");
                listeners.setAccessible(true);
                for (Object listener : (Object[]) listeners.get(events)) {
                    if (listener != null) {
                        all.add(table + " " + listener.getClass().getName().replaceAll("/0x.*", ""));
                    }
                }
            }
        }
        all.sort(Comparator.naturalOrder());
        return all;
    }

    private void assertNoneOf(String name) throws Exception {
        assertEquals(List.of(), program.bundles(name));
        assertEquals(
                List.of(),
                Stream.of(Job.getJobManager().find(null))
                        .filter(job -> Optional.ofNullable(FrameworkUtil.getBundle(job.getClass()))
                                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                                .isPresent())
                        .toList());
        assertFalse(InstanceScope.INSTANCE.getNode("").nodeExists(name), "its preferences are gone");
        assertEquals(List.of(), program.onUi(() -> program.resources(name)));
    }
}
