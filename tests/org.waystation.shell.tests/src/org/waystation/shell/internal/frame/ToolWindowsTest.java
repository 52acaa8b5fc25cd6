package org.waystation.shell.internal.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainer;
import org.junit.jupiter.api.Test;
import org.waystation.shell.frame.FrameModel;

class ToolWindowsTest {

    private final MPartSashContainer frame = MBasicFactory.INSTANCE.createPartSashContainer();
    private final ToolWindows toolWindows = new ToolWindows(frame);

    private MPart add(String id, String side, String order) {
        MPart part = MBasicFactory.INSTANCE.createPart();
        part.setElementId(id);
        part.getTags().add(FrameModel.TOOL_WINDOW);
        part.getPersistedState().put(FrameModel.SIDE, side);
        part.getPersistedState().put(FrameModel.ORDER, order);
        frame.getChildren().add(part);
        return part;
    }

    @Test
    void theyCountFromLeftToRightToBottomInTheirOrder() {
        MPart log = add("log", "bottom", "1");
        MPart context = add("context", "right", "1");
        MPart assets = add("assets", "left", "20");
        MPart tickets = add("tickets", "left", "10");
        frame.getChildren().add(MBasicFactory.INSTANCE.createPartStack());
        assertEquals(List.of(tickets, assets, context, log), toolWindows.all());
        assertEquals(Optional.of(3), toolWindows.number(context));
        assertEquals(Optional.of(log), toolWindows.numbered(4));
        assertEquals(Optional.empty(), toolWindows.numbered(5));
        assertEquals(Optional.empty(), toolWindows.numbered(0));
    }

    @Test
    void theTenthHasNoNumber() {
        for (int i = 0; i < 9; i++) {
            add("t" + i, "left", Integer.toString(i));
        }
        assertEquals(Optional.empty(), toolWindows.number(add("last", "bottom", "1")));
    }

    @Test
    void oneAtMostIsShownAtASide() {
        MPart tickets = add("tickets", "left", "1");
        MPart assets = add("assets", "left", "2");
        MPart context = add("context", "right", "1");
        toolWindows.settle();
        assertEquals(Optional.of(tickets), toolWindows.shown(Side.LEFT));
        toolWindows.show(assets);
        assertFalse(ToolWindows.isShown(tickets));
        assertTrue(ToolWindows.isShown(assets));
        assertTrue(ToolWindows.isShown(context));
    }

    @Test
    void whatWasNeverSeenIsNotRendered() {
        MPart tickets = add("tickets", "left", "1");
        MPart assets = add("assets", "left", "2");
        toolWindows.settle();
        assertTrue(tickets.isToBeRendered());
        assertFalse(assets.isToBeRendered());
    }

    @Test
    void whatWasSeenKeepsItsContentWhileHidden() {
        MPart tickets = add("tickets", "left", "1");
        tickets.setWidget(new Object());
        toolWindows.hide(tickets);
        assertFalse(ToolWindows.isShown(tickets));
        assertTrue(tickets.isToBeRendered());
    }

    @Test
    void sizesHaveASenseAndALimit() {
        MPart odd = add("odd", "nowhere", "first");
        assertEquals(Side.LEFT, Side.of(odd));
        assertEquals(Side.LEFT.size(), ToolWindows.size(odd));
        ToolWindows.resize(odd, 333);
        assertEquals(333, ToolWindows.size(odd));
        ToolWindows.resize(odd, -5);
        assertTrue(ToolWindows.size(odd) > 0);
        odd.getPersistedState().put(FrameModel.SIZE, "huge");
        assertEquals(Side.LEFT.size(), ToolWindows.size(odd));
    }
}
