package org.waystation.shell.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationFactory;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainer;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.internal.editors.Editors;
import org.waystation.shell.internal.frame.ToolWindows;

class FrameMemoryTest {

    private static final RecordRef FIRST = new RecordRef(EntityKind.TICKET, new UUID(1, 1));
    private static final RecordRef SECOND = new RecordRef(EntityKind.TICKET, new UUID(1, 2));

    /** A frame with two tool windows at the left, one at the right, and an editor for tickets. */
    private static final class Frame {
        private final MWindow window = MBasicFactory.INSTANCE.createWindow();
        private final MPart tickets = toolWindow("tickets", "left", "10");
        private final MPart assets = toolWindow("assets", "left", "20");
        private final MPart context = toolWindow("context", "right", "10");
        private final ToolWindows toolWindows;
        private final Editors editors;
        private final FrameMemory memory;

        Frame(boolean withEditor) {
            MApplication application = MApplicationFactory.INSTANCE.createApplication();
            MPartSashContainer frame = MBasicFactory.INSTANCE.createPartSashContainer();
            frame.getChildren().addAll(List.of(tickets, assets, context));
            MPartStack stack = MBasicFactory.INSTANCE.createPartStack();
            if (withEditor) {
                MPartDescriptor descriptor =
                        org.eclipse.e4.ui.model.application.descriptor.basic.MBasicFactory.INSTANCE
                                .createPartDescriptor();
                descriptor.getTags().add(FrameModel.EDITOR);
                descriptor.getPersistedState().put(FrameModel.KIND, "ticket");
                application.getDescriptors().add(descriptor);
            }
            toolWindows = new ToolWindows(frame);
            toolWindows.settle();
            editors = new Editors(application, stack, partMaker());
            memory = new FrameMemory(window, toolWindows, editors);
        }

        private static MPart toolWindow(String id, String side, String order) {
            MPart part = MBasicFactory.INSTANCE.createPart();
            part.setElementId(id);
            part.getTags().add(FrameModel.TOOL_WINDOW);
            part.getPersistedState().putAll(Map.of(FrameModel.SIDE, side, FrameModel.ORDER, order));
            return part;
        }

        /** The calls of the model service that are needed here; both make a part. */
        private static EModelService partMaker() {
            return (EModelService) Proxy.newProxyInstance(
                    EModelService.class.getClassLoader(),
                    new Class<?>[] {EModelService.class},
                    (self, method, arguments) -> {
                        assertTrue(List.of("createPart", "createModelElement").contains(method.getName()));
                        return MBasicFactory.INSTANCE.createPart();
                    });
        }

        MPart open(RecordRef record) {
            return editors.add(editors.descriptor(record.kind()).orElseThrow(), record);
        }

        List<RecordRef> openRecords() {
            return editors.open().stream()
                    .flatMap(part -> Editors.record(part).stream())
                    .toList();
        }
    }

    @Test
    void whatWasOpenComesBack() {
        Frame before = new Frame(true);
        before.window.setX(40);
        before.window.setWidth(1200);
        before.toolWindows.show(before.assets);
        before.toolWindows.hide(before.context);
        ToolWindows.resize(before.assets, 500);
        before.open(FIRST);
        before.editors.makeVisible(before.open(SECOND));

        Frame after = new Frame(true);
        after.memory.putBack(FrameState.parse(before.memory.take().text()).orElseThrow());
        assertEquals(40, after.window.getX());
        assertEquals(1200, after.window.getWidth());
        assertTrue(ToolWindows.isShown(after.assets));
        assertFalse(ToolWindows.isShown(after.tickets));
        assertFalse(ToolWindows.isShown(after.context));
        assertEquals(500, ToolWindows.size(after.assets));
        assertEquals(List.of(FIRST, SECOND), after.openRecords());
        assertEquals(Optional.of(SECOND), after.editors.visible().flatMap(Editors::record));
    }

    @Test
    void takingAndPuttingBackIsStable() {
        Frame before = new Frame(true);
        before.open(FIRST);
        String text = before.memory.take().text();
        Frame after = new Frame(true);
        after.memory.putBack(FrameState.parse(text).orElseThrow());
        assertEquals(text, after.memory.take().text());
    }

    @Test
    void noTitleOfARecordIsKept() {
        Frame frame = new Frame(true);
        frame.open(FIRST).setLabel("Backup of FS-01 failed");
        assertFalse(frame.memory.take().text().contains("Backup"));
    }

    @Test
    void anEditorWhosePluginIsGoneKeepsItsPlace() {
        Frame before = new Frame(true);
        before.open(FIRST);
        Frame after = new Frame(false);
        after.memory.putBack(before.memory.take());
        assertEquals(List.of(FIRST), after.openRecords());
        assertEquals(before.memory.take().editors(), after.memory.take().editors());
    }

    @Test
    void aToolWindowThatIsGoneKeepsItsPlaceForLater() {
        Frame before = new Frame(true);
        FrameState state = before.memory.take();
        state.toolWindows().put("insight", Map.of(FrameModel.SIZE, "321", FrameState.SHOWN, "true"));
        Frame after = new Frame(true);
        after.memory.putBack(state);
        assertEquals("321", after.memory.take().toolWindows().get("insight").get(FrameModel.SIZE));
    }

    @Test
    void wherePluginsNowSayOtherwiseTheyCount() {
        Frame before = new Frame(true);
        Frame after = new Frame(true);
        after.context.getPersistedState().put(FrameModel.SIDE, "bottom");
        after.memory.putBack(before.memory.take());
        assertEquals("bottom", after.context.getPersistedState().get(FrameModel.SIDE));
    }

    @Test
    void nonsenseDoesNoHarm() {
        FrameState odd = FrameState.parse("""
                format=1
                visible=77
                window/x=left
                window/width=-3
                window
                tool/tickets
                tool/tickets/size=wide
                editor/0000/kind=Not A Kind
                editor/0000/recordId=zero
                editor/0001/kind=ticket
                """).orElseThrow();
        Frame frame = new Frame(true);
        frame.memory.putBack(odd);
        assertEquals(List.of(), frame.openRecords());
        assertEquals(new Frame(true).window.getWidth(), frame.window.getWidth());
    }

    @Test
    void anotherVersionsLayoutIsNotRead() {
        assertEquals(Optional.empty(), FrameState.parse("format=2\nwindow/x=1\n"));
        assertEquals(Optional.empty(), FrameState.parse("<?xml version=\"1.0\"?>"));
    }
}
