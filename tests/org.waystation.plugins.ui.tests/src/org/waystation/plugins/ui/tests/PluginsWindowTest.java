package org.waystation.plugins.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.DropTargetListener;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.plugins.InstalledPlugin;
import org.waystation.api.plugins.PluginState;
import org.waystation.shell.widgets.FlatButton;

/** The tool window: what is dropped is described before it is installed, and each plug-in can be switched off and removed. */
class PluginsWindowTest {

    private static final String WINDOW = "org.waystation.plugins.window";
    private static final String OFFER = "waystation.plugins.offer";
    private static final String REFUSED = "waystation.plugins.refused";
    private static final String CARD = "waystation.plugin.org.waystation.samples.hello";

    @TempDir
    Path folder;

    private RunningProgram program;

    @BeforeEach
    void start() throws Exception {
        program = RunningProgram.get();
        program.onUi(() -> {
            part().setVisible(true);
            part().setToBeRendered(true);
            return null;
        });
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
    void aDroppedPackageIsDescribedAndInstalledOnlyOnceAgreedTo() throws Exception {
        drop(program.sample());
        program.until(() -> program.find(OFFER).isPresent());
        String offer = program.onUi(() -> program.texts(program.find(OFFER).orElseThrow()));
        assertTrue(offer.contains("Install Hello 1.0.0"), offer);
        assertTrue(offer.contains("Not signed"), offer);
        assertEquals(List.of(), program.plugins().installed());

        press(OFFER, "Install");
        program.until(() -> program.find(CARD).isPresent());
        assertEquals(PluginState.ACTIVE, installed().state());
        String card = program.onUi(() -> program.texts(program.find(CARD).orElseThrow()));
        assertTrue(card.contains("Started in") && card.contains("runs"), card);

        press(CARD, "Disable");
        program.until(() -> program.texts(program.find(CARD).orElseThrow()).contains("disabled"));
        press(CARD, "Remove");
        program.until(() -> program.find(CARD).isEmpty());
        assertEquals(List.of(), program.plugins().installed());
    }

    @Test
    void anOfferThatIsDeclinedLeavesNothing() throws Exception {
        drop(program.sample());
        program.until(() -> program.find(OFFER).isPresent());
        press(OFFER, "Cancel");
        program.until(() -> program.find(OFFER).isEmpty());
        assertEquals(List.of(), program.plugins().installed());
    }

    @Test
    void whatIsRefusedIsToldWithWhatToDo() throws Exception {
        drop(Files.writeString(folder.resolve("letter.jar"), "Dear plug-in,"));
        program.until(() -> program.find(REFUSED).isPresent());
        String told = program.onUi(() -> program.texts(program.find(REFUSED).orElseThrow()));
        assertTrue(told.contains("letter.jar"), told);
        assertTrue(told.contains("Download it again"), told);
        press(REFUSED, "Dismiss");
        program.until(() -> program.find(REFUSED).isEmpty());
    }

    private InstalledPlugin installed() {
        return program.plugins().installed().get(0);
    }

    /** Tells the window's drop target what the window system tells it when files are dropped. */
    private void drop(Path file) throws Exception {
        program.onUi(() -> {
            DropTarget target = program.all((Control) part().getWidget()).stream()
                    .map(c -> (DropTarget) c.getData(DND.DROP_TARGET_KEY))
                    .filter(t -> t != null)
                    .findFirst()
                    .orElseThrow();
            assertInstanceOf(FileTransfer.class, target.getTransfer()[0]);
            DropTargetEvent event = dropOn(target);
            event.data = new String[] {file.toString()};
            for (DropTargetListener listener : target.getDropListeners()) {
                listener.drop(event);
            }
            return null;
        });
    }

    /** SWT makes such events itself only. */
    private static DropTargetEvent dropOn(DropTarget target) throws ReflectiveOperationException {
        Class<?> type = Class.forName("org.eclipse.swt.dnd.DNDEvent");
        Constructor<?> raw = type.getDeclaredConstructor();
        raw.setAccessible(true);
        Event event = (Event) raw.newInstance();
        event.widget = target;
        Constructor<DropTargetEvent> made = DropTargetEvent.class.getDeclaredConstructor(type);
        made.setAccessible(true);
        return made.newInstance(event);
    }

    private MPart part() {
        return (MPart) program.model().getContext().get(EModelService.class).find(WINDOW, program.model());
    }

    private void press(String card, String button) throws Exception {
        program.onUi(() -> {
            program.all(program.find(card).orElseThrow()).stream()
                    .filter(c -> c instanceof FlatButton b && b.getText().equals(button))
                    .map(FlatButton.class::cast)
                    .findFirst()
                    .orElseThrow()
                    .press();
            return null;
        });
    }
}
