package org.waystation.plugins.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.plugins.InstalledPlugin;
import org.waystation.api.plugins.PluginState;
import org.waystation.api.plugins.RemovalReport;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.widgets.FlatButton;

/** A plug-in misbehaves in the running program: it is named, and everything else goes on. */
class HostilePluginTest {

    private static final String ID = "org.waystation.hostile";
    private static final String MOOD = "waystation.hostile";
    private static final String WINDOW = ID + ".window";
    private static final String TROUBLE = "waystation.part.trouble";
    /** Milliseconds. */
    private static final long WOKEN_WITHIN = 2_000;

    private static final int TRIES = 2;
    private static final EntityKind THING = new EntityKind("hostileThing");

    private RunningProgram program;

    @BeforeEach
    void start() throws Exception {
        program = RunningProgram.get();
        program.faults().clear();
    }

    @AfterEach
    void removeAll() throws Exception {
        System.clearProperty(MOOD);
        program.plugins()
                .installed()
                .forEach(p -> program.plugins()
                        .remove(p.description().id())
                        .toCompletableFuture()
                        .join());
        program.settle();
    }

    @Test
    void oneThatThrowsInEveryCallbackIsNamedAndQuarantinedAndCanHaveAnotherChance() throws Exception {
        install("");
        System.setProperty(
                MOOD,
                "throw:constructor throw:command throw:status throw:settings throw:kinds throw:offer throw:group throw:search");
        for (int i = 0; i < 3; i++) {
            run();
        }
        awaitState(PluginState.QUARANTINED);
        assertTrue(program.faults().stream().allMatch(f -> f.plugin().id().equals(ID)));
        assertTrue(program.faults().getFirst().evidence().contains("hostile at command"));
        assertEverythingElseWorks();

        System.clearProperty(MOOD);
        program.plugins().enable(ID).toCompletableFuture().join();
        awaitState(PluginState.ACTIVE);
        openWindow();
        program.until(() -> program.find("hostile.button").isPresent());
    }

    @Test
    void oneThatThrowsWhereItIsAskedWhoItIsComesInAllTheSameAndIsNamed() throws Exception {
        install("throw:listen throw:group");
        program.until(() -> !program.faults().isEmpty());
        assertTrue(program.faults().getFirst().what().contains("hostile at listen"));
        openSearch();
        program.until(() -> program.faults().size() >= 2);
        assertTrue(program.faults().get(1).what().contains("hostile at group"));
        program.onUi(this::closeSearch);
        assertEquals(PluginState.ACTIVE, installed().state());
        assertEverythingElseWorks();
    }

    @Test
    void oneThatFindsWithoutEndIsCutShort() throws Exception {
        System.clearProperty("waystation.hostile.found");
        install("");
        openSearch();
        program.until(() -> System.getProperty("waystation.hostile.found") != null);
        assertTrue(Integer.getInteger("waystation.hostile.found") < 1_000);
        program.settle();
        assertEquals(List.of(), program.faults(), "that more is not wanted is no fault of its own");
        program.onUi(this::closeSearch);
        assertEverythingElseWorks();
    }

    @Test
    void aPartThatCannotBeMadeShowsItsTroubleAndCanBeTriedAgainAndDisabled() throws Exception {
        install("throw:part");
        openWindow();
        program.until(() -> program.find(TROUBLE).isPresent());
        String told = program.onUi(() -> program.texts(program.find(TROUBLE).orElseThrow()));
        assertTrue(told.contains("“Hostile” could not be shown"), told);
        assertTrue(told.contains("hostile at part"), told);
        assertEquals(List.of("Try again", "Disable “Hostile”", "Copy report"), program.onUi(this::buttons));

        System.clearProperty(MOOD);
        press("Try again");
        program.until(() -> program.find("hostile.button").isPresent()
                && program.find(TROUBLE).isEmpty());

        System.setProperty(MOOD, "throw:part");
        program.onUi(() -> {
            part().setToBeRendered(false);
            return null;
        });
        openWindow();
        program.until(() -> program.find(TROUBLE).isPresent());
        press("Disable “Hostile”");
        awaitState(PluginState.DISABLED);
        program.until(() -> program.find(TROUBLE).isEmpty());
    }

    @Test
    void aPartThatThrowsInAListenerShowsItsTrouble() throws Exception {
        install("");
        openWindow();
        program.until(() -> program.find("hostile.button").isPresent());
        System.setProperty(MOOD, "throw:selection");
        program.onUi(() -> {
            program.find("hostile.button").orElseThrow().notifyListeners(SWT.Selection, new Event());
            return null;
        });
        program.until(() -> program.find(TROUBLE).isPresent());
        assertTrue(program.faults().getFirst().what().contains("hostile at selection"));
        assertEverythingElseWorks();
    }

    @Test
    void oneThatHangsOffTheUiThreadIsInterruptedAtItsDeadline() throws Exception {
        install("wait:status");
        program.until(() -> !program.faults().isEmpty());
        assertTrue(program.faults().getFirst().what().contains("its status took longer than 5000 ms"));
        assertTrue(program.faults().getFirst().evidence().contains("waitForNothing"));
        assertEverythingElseWorks();
    }

    @Test
    void oneThatWaitsOnTheUiThreadIsWoken() throws Exception {
        install("");
        System.setProperty(MOOD, "wait:command");
        // On a machine that is busy with something else one look may come late; that short waits do not count is seen
        // too.
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && shortest > WOKEN_WITHIN; i++) {
            System.clearProperty("waystation.hostile.woken");
            run();
            Long waited = Long.getLong("waystation.hostile.woken");
            assertNotNull(waited, "it was woken");
            shortest = Math.min(shortest, waited);
        }
        assertTrue(shortest <= WOKEN_WITHIN, "it waited for " + shortest + " ms");
        assertFalse(program.onUi(Thread::interrupted), "what comes after it may wait");
        assertEverythingElseWorks();
    }

    @Test
    void oneThatIsBusyOnTheUiThreadIsQuarantinedWhenItReturns() throws Exception {
        install("");
        System.setProperty("waystation.hostile.seconds", "8");
        System.setProperty(MOOD, "busy:command");
        run();
        System.clearProperty(MOOD);
        awaitState(PluginState.QUARANTINED);
        assertTrue(installed().reason().contains("held the window"), installed().reason());
        assertEverythingElseWorks();
    }

    @Test
    void oneThatTakesAllMemoryIsNamed() throws Exception {
        install("memory:status");
        // Either it runs out of it itself, or it is seen taking it just before.
        program.until(
                () -> program.faults().stream().anyMatch(fault -> fault.what().contains("OutOfMemoryError"))
                        || installed().reason().contains("when memory ran short"));
        assertEverythingElseWorks();
    }

    @Test
    void oneThatTakesTheMemoryOfOthersIsNamedThoughItNeverRunsOutItself() throws Exception {
        install("hoard:status");
        awaitState(PluginState.QUARANTINED);
        assertTrue(
                installed().reason().contains("when memory ran short"),
                installed().reason());
        assertEverythingElseWorks();
    }

    @Test
    void oneThatFloodsWithNotificationsHoldsUpNobody() throws Exception {
        install("");
        System.setProperty("waystation.hostile.notifications", "20000");
        try {
            run();
        } finally {
            System.clearProperty("waystation.hostile.notifications");
        }
        assertEverythingElseWorks();
        assertEquals(PluginState.ACTIVE, installed().state());
    }

    @Test
    void oneThatDoesNotStopIsLeftBehindAndNamed() throws Exception {
        install("");
        System.setProperty("waystation.hostile.seconds", "20");
        System.setProperty(MOOD, "hold:stop");
        RemovalReport report =
                program.plugins().remove(ID).toCompletableFuture().join();
        assertTrue(
                report.leftover().stream().anyMatch(left -> left.contains("which does not stop")),
                () -> report.leftover().toString());
        assertEverythingElseWorks();
    }

    @Test
    void anOpenEditorBecomesACalmPlaceholderAndComesBack() throws Exception {
        install("");
        RecordRef record = new RecordRef(THING, UUID.randomUUID());
        program.onUi(() -> {
            program.service(RecordNavigator.class).open(record);
            return null;
        });
        program.until(() -> program.find("hostile.editor").isPresent());
        program.plugins().disable(ID).toCompletableFuture().join();
        program.until(() -> program.find("waystation.editor.absent").isPresent());
        assertEquals(Optional.empty(), program.onUi(() -> program.find("hostile.editor")));
        program.plugins().enable(ID).toCompletableFuture().join();
        program.until(() -> program.find("hostile.editor").isPresent());
        assertEquals(Optional.empty(), program.onUi(() -> program.find("waystation.editor.absent")));
        close(record);
    }

    /** The platform takes what it contributes to the window while it is still starting. */
    @Test
    void anEditorThatComesBackIsMadeOnceItsPluginHasStarted() throws Exception {
        install("");
        RecordRef record = new RecordRef(THING, UUID.randomUUID());
        program.onUi(() -> {
            program.service(RecordNavigator.class).open(record);
            return null;
        });
        program.until(() -> program.find("hostile.editor").isPresent());
        program.plugins().disable(ID).toCompletableFuture().join();
        program.until(() -> program.find("waystation.editor.absent").isPresent());
        System.clearProperty("waystation.hostile.reached");
        System.setProperty("waystation.hostile.seconds", "2");
        System.setProperty(MOOD, "hold:start");
        program.plugins().enable(ID).toCompletableFuture().join();
        program.until(() -> program.find("hostile.editor").isPresent());
        assertEquals(" start editor", System.getProperty("waystation.hostile.reached"));
        assertEquals(List.of(), program.faults());
        close(record);
    }

    @Test
    void whatItContributesIsThereAndGoesWithIt() throws Exception {
        install("");
        program.until(() -> program.find("waystation.status.hostile").isPresent());
        program.plugins().disable(ID).toCompletableFuture().join();
        program.until(() -> program.find("waystation.status.hostile").isEmpty());
    }

    private void close(RecordRef record) throws Exception {
        program.onUi(() -> {
            EModelService model = program.model().getContext().get(EModelService.class);
            MPart editor = model.findElements(program.model(), null, MPart.class).stream()
                    .filter(p ->
                            record.id().toString().equals(p.getPersistedState().get("recordId")))
                    .findFirst()
                    .orElseThrow();
            program.model()
                    .getChildren()
                    .get(0)
                    .getContext()
                    .get(EPartService.class)
                    .hidePart(editor, true);
            return null;
        });
    }

    private void install(String mood) throws Exception {
        System.setProperty(MOOD, mood);
        var offers = program.plugins()
                .inspect(List.of(program.hostile()))
                .toCompletableFuture()
                .join();
        program.plugins().install(offers).toCompletableFuture().join();
        program.settle();
    }

    private void awaitState(PluginState state) throws Exception {
        program.until(() -> installed().state() == state);
    }

    private InstalledPlugin installed() {
        return program.plugins().installed().stream()
                .filter(p -> p.description().id().equals(ID))
                .findFirst()
                .orElseThrow();
    }

    private MPart part() {
        return (MPart) program.model().getContext().get(EModelService.class).find(WINDOW, program.model());
    }

    private void openWindow() throws Exception {
        program.onUi(() -> {
            MPart part = part();
            part.setVisible(true);
            part.setToBeRendered(true);
            return null;
        });
    }

    private void run() throws Exception {
        program.onUi(() -> {
            var context = program.model().getChildren().get(0).getContext();
            ParameterizedCommand command = context.get(ECommandService.class).createCommand(ID + ".act", Map.of());
            if (command != null) {
                context.get(EHandlerService.class).executeHandler(command);
            }
            return null;
        });
    }

    private void openSearch() throws Exception {
        program.onUi(() -> {
            var context = program.model().getChildren().get(0).getContext();
            ParameterizedCommand command =
                    context.get(ECommandService.class).createCommand("org.waystation.shell.search", Map.of());
            context.get(EHandlerService.class).executeHandler(command);
            return null;
        });
    }

    /** Only that one: what the platform keeps for later lies in a shell of its own. */
    private Object closeSearch() {
        Stream.of(Display.getCurrent().getShells())
                .filter(shell -> "waystation.search".equals(shell.getData("org.waystation.id")))
                .forEach(Shell::dispose);
        return "";
    }

    private List<String> buttons() {
        return program.all(program.find(TROUBLE).orElseThrow()).stream()
                .filter(FlatButton.class::isInstance)
                .map(c -> ((FlatButton) c).getText())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private void press(String text) throws Exception {
        program.onUi(() -> {
            program.all(program.find(TROUBLE).orElseThrow()).stream()
                    .filter(c ->
                            c instanceof FlatButton button && button.getText().equals(text))
                    .map(FlatButton.class::cast)
                    .findFirst()
                    .orElseThrow()
                    .press();
            return null;
        });
    }

    /** The window answers, and another tool window opens. */
    private void assertEverythingElseWorks() throws Exception {
        program.settle();
        program.onUi(() -> {
            MPart log = (MPart) program.model()
                    .getContext()
                    .get(EModelService.class)
                    .find("org.waystation.shell.eventLog", program.model());
            log.setVisible(true);
            log.setToBeRendered(true);
            assertTrue(log.getWidget() instanceof Control control && !control.isDisposed());
            assertTrue(log.getObject() != null, "the event log shows");
            log.setVisible(false);
            return null;
        });
    }
}
