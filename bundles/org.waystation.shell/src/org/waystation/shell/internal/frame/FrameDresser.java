package org.waystation.shell.internal.frame;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.internal.frame.StripLayout.Place;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** Gives the widgets of the frame their layout, colours and ids as they come to be. */
final class FrameDresser {

    private static final int TOP_HEIGHT = 40;
    private static final int STATUS_HEIGHT = 26;

    private final Look look;
    private final ToolWindows toolWindows;
    private final List<Stripe> stripes = new ArrayList<>();
    private final FrameCommands commands;

    @Inject
    FrameDresser(Look look, ToolWindows toolWindows, FrameCommands commands) {
        this.look = look;
        this.toolWindows = toolWindows;
        this.commands = commands;
    }

    Stripe stripe(Composite parent, boolean left) {
        parent.setLayout(new FillLayout());
        Stripe stripe = new Stripe(parent, look, left, toolWindows, commands);
        stripes.add(stripe);
        stripe.bar().addDisposeListener(event -> stripes.remove(stripe));
        return stripe;
    }

    void dress(MUIElement element) {
        if (element.getWidget() instanceof Control control && element.getElementId() != null) {
            switch (element.getElementId()) {
                case FrameModel.WINDOW -> window((Shell) control);
                case FrameModel.FRAME -> frame((Composite) control, element);
                case FrameModel.EDITORS -> editors((CTabFolder) control);
                case FrameModel.TOP_STRIP -> strip((Composite) control, TOP_HEIGHT, 12, false, Place.END);
                case FrameModel.STATUS_BAR -> strip((Composite) control, STATUS_HEIGHT, 18, true, Place.START);
                default -> part(control, element);
            }
        }
    }

    void toolWindowsToggled() {
        stripes.forEach(Stripe::refresh);
    }

    void toolWindowsCameOrWent() {
        stripes.forEach(Stripe::refill);
    }

    private void window(Shell shell) {
        shell.setData("org.waystation.id", "waystation.window");
        shell.setMinimumSize(720, 480);
        colored(shell, Tone.BACKGROUND);
    }

    private void frame(Composite composite, MUIElement frame) {
        MUIElement editors = ((MElementContainer<?>) frame)
                .getChildren().stream()
                        .filter(child -> FrameModel.EDITORS.equals(child.getElementId()))
                        .findFirst()
                        .orElseThrow();
        composite.setData("org.waystation.id", "waystation.frame");
        composite.setLayout(new FrameLayout(
                composite, toolWindows, editors, (parent, side) -> new SashHandle(parent, side, toolWindows, look)));
        colored(composite, Tone.PANEL);
    }

    private void editors(CTabFolder folder) {
        folder.setData("org.waystation.id", "waystation.editors");
        EditorTabs.install(folder, look);
        EmptyEditors.install(folder, look);
    }

    private void strip(Composite strip, int height, int gap, boolean lineAbove, Place otherwise) {
        strip.setLayout(new StripLayout(height, gap, lineAbove, otherwise));
        colored(strip, Tone.STRIP);
        strip.addListener(SWT.Paint, event -> {
            Rectangle area = strip.getClientArea();
            event.gc.setBackground(look.color(Tone.LINE));
            event.gc.fillRectangle(0, lineAbove ? 0 : area.height - 1, area.width, 1);
        });
    }

    private void part(Control control, MUIElement element) {
        if (element instanceof MPart) {
            if (control.getData("org.waystation.id") == null) {
                control.setData("org.waystation.id", element.getElementId());
            }
            colored(control, ToolWindows.isToolWindow(element) ? Tone.PANEL : Tone.EDITOR);
        } else if (element.getTags().contains(FrameModel.AT_END) && control.getLayoutData() == null) {
            control.setLayoutData(Place.END);
        }
    }

    private void colored(Control control, Tone tone) {
        Runnable dress = () -> control.setBackground(look.color(tone));
        look.onChange(control, dress);
        dress.run();
    }
}
