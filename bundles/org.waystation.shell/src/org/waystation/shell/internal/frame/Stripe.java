package org.waystation.shell.internal.frame;

import java.util.List;
import java.util.Map;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** The buttons of one edge: its tool windows from the top, and what belongs to the bottom from the bottom. */
final class Stripe {

    private static final int WIDTH = 40;
    private static final int GAP = 6;
    private static final int MARGIN = 8;

    private final Composite bar;
    private final Look look;
    private final boolean left;
    private final ToolWindows toolWindows;
    private final FrameCommands commands;

    Stripe(Composite parent, Look look, boolean left, ToolWindows toolWindows, FrameCommands commands) {
        this.look = look;
        this.left = left;
        this.toolWindows = toolWindows;
        this.commands = commands;
        bar = new Composite(parent, SWT.DOUBLE_BUFFERED);
        bar.setLayout(new StripeLayout());
        bar.setData("org.waystation.id", left ? "waystation.stripe.left" : "waystation.stripe.right");
        bar.addListener(SWT.Paint, event -> {
            Rectangle area = bar.getClientArea();
            event.gc.setBackground(look.color(Tone.STRIP));
            event.gc.fillRectangle(area);
            event.gc.setBackground(look.color(Tone.LINE));
            event.gc.fillRectangle(left ? area.width - 1 : 0, 0, 1, area.height);
        });
        look.onChange(bar, bar::redraw);
        refill();
    }

    /** Buttons anew, after tool windows came or went. */
    void refill() {
        for (Control old : bar.getChildren()) {
            old.dispose();
        }
        toolWindows.at(left ? Side.LEFT : Side.RIGHT).forEach(part -> button(part, false));
        if (left) {
            toolWindows.at(Side.BOTTOM).forEach(part -> button(part, true));
            StripeButton settings = new StripeButton(
                    bar,
                    look,
                    "stripe.settings",
                    "Settings",
                    "Ctrl+Alt+S",
                    "settings",
                    () -> false,
                    () -> commands.execute(FrameCommands.SETTINGS, Map.of()));
            settings.setLayoutData(Boolean.TRUE);
        }
        bar.layout();
    }

    /** Paints anew, after tool windows were shown or hidden. */
    void refresh() {
        for (Control button : bar.getChildren()) {
            button.redraw();
        }
    }

    Composite bar() {
        return bar;
    }

    private void button(MPart part, boolean atBottom) {
        StripeButton button = new StripeButton(
                bar,
                look,
                "stripe." + part.getElementId(),
                part.getLocalizedLabel(),
                toolWindows.number(part).map(number -> "Alt+" + number).orElse(""),
                part.getPersistedState().getOrDefault(FrameModel.ICON, "dot"),
                () -> ToolWindows.isShown(part),
                () -> commands.toggle(part));
        button.setLayoutData(atBottom);
    }

    /** Layout data true: from the bottom. */
    private static final class StripeLayout extends Layout {

        @Override
        protected Point computeSize(Composite composite, int width, int height, boolean flush) {
            return new Point(WIDTH, height == SWT.DEFAULT ? 200 : height);
        }

        @Override
        protected void layout(Composite composite, boolean flush) {
            Rectangle area = composite.getClientArea();
            int x = (WIDTH - StripeButton.SIZE) / 2;
            int top = MARGIN;
            int bottom = area.height - MARGIN;
            for (Control button : List.of(composite.getChildren()).reversed()) {
                if (Boolean.TRUE.equals(button.getLayoutData())) {
                    bottom -= StripeButton.SIZE;
                    button.setBounds(x, bottom, StripeButton.SIZE, StripeButton.SIZE);
                    bottom -= GAP;
                }
            }
            for (Control button : composite.getChildren()) {
                if (!Boolean.TRUE.equals(button.getLayoutData())) {
                    button.setBounds(x, top, StripeButton.SIZE, StripeButton.SIZE);
                    top += StripeButton.SIZE + GAP;
                }
            }
        }
    }
}
