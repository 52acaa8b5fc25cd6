package org.waystation.plugins.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.model.application.commands.MCommand;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.plugins.RemovalReport;
import org.waystation.plugins.unload.UnloadProof;

/** The sample is installed, used and removed in the running program, and nothing of it is left. */
class SampleLeavesNothingTest {

    private static final String ID = "org.waystation.samples.hello";
    private static final String WINDOW = ID + ".window";
    private static final String COMMAND = ID + ".greet";
    private static final int ROUNDS = 20;

    private RunningProgram program;

    @BeforeEach
    void start() throws Exception {
        program = RunningProgram.get();
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

    @Test
    void itsClassLoaderIsCollectedEachTime() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            UnloadProof proof = installAndUse();
            RemovalReport report =
                    program.plugins().remove(ID).toCompletableFuture().join();
            program.settle();
            assertEquals(List.of(), report.leftover());
            assertNothingIsLeft();
            assertEquals(Optional.empty(), proof.holder(), "round " + round);
        }
    }

    private UnloadProof installAndUse() throws Exception {
        var offers = program.plugins()
                .inspect(List.of(program.sample()))
                .toCompletableFuture()
                .join();
        program.plugins().install(offers).toCompletableFuture().join();
        program.settle();
        program.onUi(() -> {
            MPart part = find(WINDOW);
            assertNotNull(part, "the tool window is there");
            EPartService parts =
                    program.model().getChildren().get(0).getContext().get(EPartService.class);
            part.setVisible(true);
            part.setToBeRendered(true);
            parts.activate(part, true);
            assertNotNull(part.getObject(), "the tool window shows");
            runCommand();
            return null;
        });
        program.settle();
        return new UnloadProof(program.bundles(ID));
    }

    private void runCommand() {
        var context = program.model().getChildren().get(0).getContext();
        ParameterizedCommand command = context.get(ECommandService.class).createCommand(COMMAND, Map.of());
        EHandlerService handlers = context.get(EHandlerService.class);
        assertTrue(handlers.canExecute(command), "the command can be run");
        handlers.executeHandler(command);
    }

    private void assertNothingIsLeft() throws Exception {
        program.onUi(() -> {
            assertNull(find(WINDOW));
            assertFalse(program.model().getCommands().stream()
                    .map(MCommand::getElementId)
                    .anyMatch(COMMAND::equals));
            assertFalse(program.model().getHandlers().stream()
                    .anyMatch(h -> h.getContributionURI().contains(ID)));
            assertFalse(program.model().getBindingTables().stream()
                    .flatMap(t -> t.getBindings().stream())
                    .anyMatch(b -> String.valueOf(b.getElementId()).startsWith(ID)));
            assertFalse(program.model()
                    .getContext()
                    .get(ECommandService.class)
                    .getCommand(COMMAND)
                    .isDefined());
            return null;
        });
        assertEquals(List.of(), program.bundles(ID));
    }

    private MPart find(String id) {
        return (MPart) program.model().getContext().get(EModelService.class).find(id, program.model());
    }
}
