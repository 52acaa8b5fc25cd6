package org.waystation.plugins.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.plugins.InstalledPlugin;
import org.waystation.api.plugins.PluginState;
import org.waystation.plugins.ui.internal.window.PluginsPart;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.WrappedText;

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
        program.until(() -> find(OFFER).isPresent());
        String offer = program.onUi(() -> texts(find(OFFER).orElseThrow()));
        assertTrue(offer.contains("Install Hello 1.0.0"), offer);
        assertTrue(offer.contains("Not signed"), offer);
        assertEquals(List.of(), program.plugins().installed());

        press(OFFER, "Install");
        program.until(() -> find(CARD).isPresent());
        assertEquals(PluginState.ACTIVE, installed().state());
        String card = program.onUi(() -> texts(find(CARD).orElseThrow()));
        assertTrue(card.contains("Runs; started in"), card);

        press(CARD, "Disable");
        program.until(() -> texts(find(CARD).orElseThrow()).contains("Disabled"));
        press(CARD, "Remove");
        program.until(() -> find(CARD).isEmpty());
        assertEquals(List.of(), program.plugins().installed());
    }

    @Test
    void anOfferThatIsDeclinedLeavesNothing() throws Exception {
        drop(program.sample());
        program.until(() -> find(OFFER).isPresent());
        press(OFFER, "Cancel");
        program.until(() -> find(OFFER).isEmpty());
        assertEquals(List.of(), program.plugins().installed());
    }

    @Test
    void whatIsRefusedIsToldWithWhatToDo() throws Exception {
        drop(Files.writeString(folder.resolve("letter.jar"), "Dear plug-in,"));
        program.until(() -> find(REFUSED).isPresent());
        String told = program.onUi(() -> texts(find(REFUSED).orElseThrow()));
        assertTrue(told.contains("letter.jar"), told);
        assertTrue(told.contains("Download it again"), told);
        press(REFUSED, "Dismiss");
        program.until(() -> find(REFUSED).isEmpty());
    }

    private InstalledPlugin installed() {
        return program.plugins().installed().get(0);
    }

    /** What a drop does; the drop itself only the window system can make. */
    private void drop(Path file) throws Exception {
        program.onUi(() -> {
            DropTarget target = all(program.window()).stream()
                    .map(c -> (DropTarget) c.getData(DND.DROP_TARGET_KEY))
                    .filter(t -> t != null)
                    .findFirst()
                    .orElseThrow();
            assertInstanceOf(FileTransfer.class, target.getTransfer()[0]);
            ((PluginsPart) part().getObject()).inspect(List.of(file));
            return null;
        });
    }

    private MPart part() {
        return (MPart) program.model().getContext().get(EModelService.class).find(WINDOW, program.model());
    }

    private void press(String card, String button) throws Exception {
        program.onUi(() -> {
            all((Composite) find(card).orElseThrow()).stream()
                    .filter(c -> c instanceof FlatButton b && b.getText().equals(button))
                    .map(FlatButton.class::cast)
                    .findFirst()
                    .orElseThrow()
                    .press();
            return null;
        });
    }

    private Optional<Control> find(String id) {
        return all(program.window()).stream()
                .filter(c -> id.equals(c.getData("org.waystation.id")))
                .findFirst();
    }

    private static String texts(Control card) {
        return String.join(
                "\n",
                all((Composite) card).stream()
                        .filter(WrappedText.class::isInstance)
                        .map(c -> ((WrappedText) c).getText())
                        .toList());
    }

    private static List<Control> all(Composite parent) {
        List<Control> all = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            all.add(child);
            if (child instanceof Composite composite) {
                all.addAll(all(composite));
            }
        }
        return all;
    }
}
