package org.waystation.shell.internal.frame;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.jspecify.annotations.Nullable;

/**
 * Puts the tool windows around the editors. Sizes are pixels and stay when the window grows; where there is too little
 * room, the tool windows give way before the editors vanish. The bottom one runs under the others.
 */
final class FrameLayout extends Layout {

    /** Room the editors always keep. */
    private static final Point LEAST_EDITORS = new Point(280, 160);

    private final ToolWindows toolWindows;
    private final MUIElement editors;
    private final Map<Side, SashHandle> handles = new EnumMap<>(Side.class);

    FrameLayout(Composite frame, ToolWindows toolWindows, MUIElement editors, HandleMaker maker) {
        this.toolWindows = toolWindows;
        this.editors = editors;
        for (Side side : Side.values()) {
            handles.put(side, maker.make(frame, side));
        }
    }

    /** Makes the handle between a side and the editors. */
    interface HandleMaker {
        SashHandle make(Composite frame, Side side);
    }

    @Override
    protected Point computeSize(Composite frame, int width, int height, boolean flush) {
        return new Point(width == SWT.DEFAULT ? 1_000 : width, height == SWT.DEFAULT ? 600 : height);
    }

    @Override
    protected void layout(Composite frame, boolean flush) {
        Rectangle rest = frame.getClientArea();
        Rectangle bottom = cut(frame, rest, Side.BOTTOM, rest.height - LEAST_EDITORS.y);
        int forSides = rest.width - LEAST_EDITORS.x;
        int wanted = wanted(frame, Side.LEFT) + wanted(frame, Side.RIGHT);
        double share = wanted <= forSides ? 1 : Math.max(0, forSides) / (double) wanted;
        Rectangle left = cut(frame, rest, Side.LEFT, (int) (wanted(frame, Side.LEFT) * share));
        Rectangle right = cut(frame, rest, Side.RIGHT, (int) (wanted(frame, Side.RIGHT) * share));
        place(frame, Side.LEFT, left);
        place(frame, Side.RIGHT, right);
        place(frame, Side.BOTTOM, bottom);
        Control middle = control(frame, editors);
        if (middle != null) {
            middle.setBounds(rest);
        }
    }

    private Rectangle cut(Composite frame, Rectangle rest, Side side, int most) {
        int handle = SashHandle.THICKNESS;
        int size = Math.max(0, Math.min(wanted(frame, side), most));
        SashHandle sash = handles.get(side);
        if (size <= handle) {
            sash.setVisible(false);
            return new Rectangle(0, 0, 0, 0);
        }
        Rectangle all = new Rectangle(rest.x, rest.y, rest.width, rest.height);
        switch (side) {
            case LEFT -> {
                rest.x += size;
                rest.width -= size;
                sash.setBounds(all.x + size - handle, all.y, handle, all.height);
                all.width = size - handle;
            }
            case RIGHT -> {
                rest.width -= size;
                all.x += rest.width;
                sash.setBounds(all.x, all.y, handle, all.height);
                all.x += handle;
                all.width = size - handle;
            }
            case BOTTOM -> {
                rest.height -= size;
                all.y += rest.height;
                sash.setBounds(all.x, all.y, all.width, handle);
                all.y += handle;
                all.height = size - handle;
            }
        }
        sash.setVisible(true);
        return all;
    }

    private int wanted(Composite frame, Side side) {
        return shown(frame, side)
                .map(part -> ToolWindows.size(part) + SashHandle.THICKNESS)
                .orElse(0);
    }

    private void place(Composite frame, Side side, Rectangle bounds) {
        shown(frame, side).map(part -> control(frame, part)).ifPresent(control -> control.setBounds(bounds));
    }

    private Optional<MPart> shown(Composite frame, Side side) {
        return toolWindows.shown(side).filter(part -> control(frame, part) != null);
    }

    private static @Nullable Control control(Composite frame, MUIElement element) {
        return element.getWidget() instanceof Control control && !control.isDisposed() && control.getParent() == frame
                ? control
                : null;
    }
}
