package org.waystation.product.internal.sheet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WidgetId;

/**
 * Takes the place of all the window shows, with a card in its middle. The content below is hidden, so that neither the
 * focus nor assistive technology gets to it, and comes back as it was.
 */
public final class Cover extends Panel {

    private static final int CARD_WIDTH = 400;
    /** Of the shadow around the card, in px. */
    private static final int SHADOW = 14;

    private final Shell window;
    private final Look look;
    private final Card card;
    private final Listener follow = e -> fill();
    private final OtherWindows others;
    private List<Control> hidden = List.of();
    private Optional<Control> focused = Optional.empty();

    /** @param id of the sheet, for those who look for it */
    public Cover(Shell window, Look look, String id) {
        super(window, look, Tone.BACKGROUND, SWT.DOUBLE_BUFFERED);
        this.window = window;
        this.look = look;
        this.others = new OtherWindows(window);
        WidgetId.set(this, id);
        setVisible(false);
        setLayout(new CenteredLayout(CARD_WIDTH));
        card = new Card(this, look);
        addListener(SWT.Paint, this::paintShadow);
        look.onChange(this, this::redraw);
    }

    public Card card() {
        return card;
    }

    public void open() {
        focused = Optional.ofNullable(getDisplay().getFocusControl());
        hidden = Stream.of(window.getChildren())
                .filter(child -> child != this && child.getVisible())
                .toList();
        fill();
        window.addListener(SWT.Resize, follow);
        moveAbove(null);
        setVisible(true);
        hidden.forEach(child -> child.setVisible(false));
        window.setData(FrameModel.COVERED, Boolean.TRUE);
        others.hide();
    }

    /** Gives back what it took; where another sheet still covers the window, to that sheet. */
    public void close() {
        window.removeListener(SWT.Resize, follow);
        Optional<Cover> left = Stream.of(window.getChildren())
                .filter(child -> child != this && child instanceof Cover)
                .map(Cover.class::cast)
                .findFirst();
        if (left.isPresent()) {
            left.get().inherit(this);
            dispose();
            return;
        }
        hidden.stream().filter(child -> !child.isDisposed()).forEach(child -> child.setVisible(true));
        window.setData(FrameModel.COVERED, null);
        window.layout(true);
        window.notifyListeners(SWT.Resize, new Event()); // for what came meanwhile to take its place
        others.restore();
        dispose();
        focused.filter(control -> !control.isDisposed()).ifPresent(Control::setFocus);
    }

    private void inherit(Cover gone) {
        hidden = Stream.concat(hidden.stream(), gone.hidden.stream())
                .filter(child -> child != this && child != gone)
                .distinct()
                .toList();
        focused = Stream.of(gone.focused, focused)
                .flatMap(Optional::stream)
                .filter(control -> !control.isDisposed() && !isInSheet(control))
                .findFirst();
        others.inherit(gone.others);
        fill();
        setVisible(true);
        card.setFocus();
    }

    private static boolean isInSheet(Control control) {
        for (Control each = control; each != null; each = each.getParent()) {
            if (each instanceof Cover) {
                return true;
            }
        }
        return false;
    }

    /** The card's parts have changed. */
    public void refresh() {
        layout(true, true);
        redraw();
    }

    private void fill() {
        setBounds(window.getClientArea());
        layout(true);
    }

    /** On a dark ground a shadow is not seen. */
    private void paintShadow(Event e) {
        if (look.dark()) {
            return;
        }
        e.gc.setAntialias(SWT.ON);
        Rectangle edge = card.getBounds();
        e.gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_BLACK));
        e.gc.setAlpha(1);
        for (int step = SHADOW; step > 0; step--) {
            int round = 2 * (Card.RADIUS + step);
            e.gc.fillRoundRectangle(
                    edge.x - step, edge.y - step + 4, edge.width + 2 * step, edge.height + 2 * step, round, round);
        }
        e.gc.setAlpha(255);
    }
}
