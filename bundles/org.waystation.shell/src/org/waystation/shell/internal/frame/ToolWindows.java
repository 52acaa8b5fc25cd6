package org.waystation.shell.internal.frame;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.waystation.shell.frame.FrameModel;

/** The tool windows of the model: which there are, which are shown, how large they are. One at most is shown at a side. */
public final class ToolWindows {

    private static final int LEAST = 120;
    private static final int MOST = 2_000;
    private static final int LONGEST_NUMBER = 7;

    private final MElementContainer<? extends MUIElement> frame;

    public ToolWindows(MElementContainer<? extends MUIElement> frame) {
        this.frame = frame;
    }

    /** All there are: left, right, bottom, each in its order. The first nine are shown by Alt and their number. */
    public List<MPart> all() {
        return frame.getChildren().stream()
                .filter(ToolWindows::isToolWindow)
                .map(MPart.class::cast)
                .sorted(Comparator.<MPart, Side>comparing(Side::of)
                        .thenComparingInt(ToolWindows::order)
                        .thenComparing(part -> String.valueOf(part.getElementId())))
                .toList();
    }

    public List<MPart> at(Side side) {
        return all().stream().filter(part -> Side.of(part) == side).toList();
    }

    public Optional<MPart> shown(Side side) {
        return at(side).stream().filter(ToolWindows::isShown).findFirst();
    }

    /** Number for Alt, 1 to 9; empty for those further down. */
    public Optional<Integer> number(MPart part) {
        int index = all().indexOf(part);
        return index >= 0 && index < 9 ? Optional.of(index + 1) : Optional.empty();
    }

    public Optional<MPart> numbered(int number) {
        List<MPart> all = all();
        return number >= 1 && number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
    }

    public static boolean isToolWindow(MUIElement element) {
        return element instanceof MPart && element.getTags().contains(FrameModel.TOOL_WINDOW);
    }

    public static boolean isShown(MPart part) {
        return part.isToBeRendered() && part.isVisible();
    }

    /** Shows it in place of what else is shown at its side. */
    public void show(MPart part) {
        at(Side.of(part)).stream().filter(other -> other != part).forEach(this::hide);
        part.setVisible(true);
        part.setToBeRendered(true);
    }

    /** Hides it; its content stays as it is for the next time. */
    public void hide(MPart part) {
        part.setVisible(false);
        if (part.getWidget() == null) {
            part.setToBeRendered(false);
        }
    }

    /**
     * Where more than one is shown at a side, such as after a plug-in came, the first stays. What is hidden and was
     * never shown is not rendered, so that nobody pays for it at start.
     */
    public void settle() {
        Set<Side> taken = EnumSet.noneOf(Side.class);
        for (MPart part : all()) {
            if (!part.isVisible() || (isShown(part) && !taken.add(Side.of(part)))) {
                hide(part);
            }
        }
    }

    /** Width or height in pixels. */
    public static int size(MPart part) {
        return number(part, FrameModel.SIZE, Side.of(part).size());
    }

    public static void resize(MPart part, int pixels) {
        part.getPersistedState().put(FrameModel.SIZE, Integer.toString(Math.clamp(pixels, LEAST, MOST)));
    }

    private static int order(MPart part) {
        return number(part, FrameModel.ORDER, Integer.MAX_VALUE);
    }

    private static int number(MPart part, String key, int fallback) {
        String value = part.getPersistedState().get(key);
        if (value == null || value.isEmpty() || value.length() > LONGEST_NUMBER) {
            return fallback;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            // A plug-in's fragment may hold anything.
            return fallback;
        }
    }
}
