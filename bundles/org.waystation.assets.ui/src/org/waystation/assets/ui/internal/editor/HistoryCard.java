package org.waystation.assets.ui.internal.editor;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.assets.AssetFields;
import org.waystation.api.assets.AssetHistory.Changed;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.PaintedControl;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.PillPainter;
import org.waystation.shell.widgets.Tint;
import org.waystation.shell.widgets.WidgetId;

/** Who changed which field of an asset and when, latest first; the first of them until more are asked for. */
final class HistoryCard extends Panel {

    private static final int FIRST = 8;
    private static final int MORE = 200;

    private final Desk desk;
    private List<Changed> changes = List.of();
    private int most = FIRST;

    HistoryCard(Composite parent, Desk desk) {
        super(parent, desk.look(), Tone.PANEL);
        this.desk = desk;
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        setLayout(layout);
    }

    void show(List<Changed> newChanges) {
        if (!newChanges.equals(changes)) {
            changes = newChanges;
            fill();
        }
    }

    private void fill() {
        for (Control child : getChildren()) {
            child.dispose();
        }
        changes.stream()
                .limit(most)
                .forEach(change -> WidgetId.set(new ChangeLine(this, desk, change), "waystation.asset.history")
                        .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false)));
        if (changes.size() > most) {
            FlatButton more = new FlatButton(this, desk.look(), FlatButton.Kind.QUIET)
                    .text("Show all " + changes.size())
                    .onPress(() -> {
                        most = MORE;
                        fill();
                        requestLayout();
                    });
            WidgetId.set(more, "waystation.asset.history.more");
        }
        layout(true, true);
    }

    /** One change: when and who, which field, and the values before and after. */
    private static final class ChangeLine extends PaintedControl {

        private static final int HEIGHT = 26;
        private static final int PADDING = 12;
        private static final int WHEN = 132;
        private static final int WHO = 132;
        private static final int FIELD = 132;

        private final PillPainter pills = new PillPainter();
        private final Desk desk;
        private final Changed change;

        ChangeLine(Composite parent, Desk desk, Changed change) {
            super(parent, desk.look(), false, ACC.ROLE_LABEL);
            this.desk = desk;
            this.change = change;
            change.at().map(desk.times()::exact).ifPresent(this::setToolTipText);
        }

        private String field() {
            return change.field().isEmpty() ? "Made" : AssetFields.label(change.field());
        }

        private String values() {
            if (change.field().isEmpty()) {
                return "";
            }
            return (change.before().isEmpty() ? "none" : change.before()) + "  →  "
                    + (change.after().isEmpty() ? "none" : change.after());
        }

        @Override
        protected void paint(Brush brush, Rectangle area) {
            int x = PADDING;
            String when = change.at().map(desk.times()::moment).orElse("");
            brush.text(when, TextStyle.SMALL, Tone.DIM, new Rectangle(x, 0, WHEN - 8, HEIGHT), Align.LEFT);
            x += WHEN;
            String who = change.who().isEmpty() ? "Somebody" : change.who();
            brush.text(who, TextStyle.SMALL, Tone.DIM, new Rectangle(x, 0, WHO - 8, HEIGHT), Align.LEFT);
            x += WHO;
            brush.text(field(), TextStyle.BODY, Tone.TEXT, new Rectangle(x, 0, FIELD - 8, HEIGHT), Align.LEFT);
            x += FIELD;
            int right = area.width - PADDING;
            if (change.unsynced()) {
                int width = pills.width(brush, "not yet synced");
                pills.paint(brush, "not yet synced", Tint.WARN, right - width, (HEIGHT - PillPainter.HEIGHT) / 2);
                right -= width + 8;
            }
            brush.text(values(), TextStyle.BODY, Tone.TEXT, new Rectangle(x, 0, right - x, HEIGHT), Align.LEFT);
        }

        @Override
        protected Point measure(Brush brush) {
            return new Point(WHEN + WHO + FIELD + 200, HEIGHT);
        }

        @Override
        protected String accessibleName() {
            return field() + " " + values() + ", " + change.who() + ", "
                    + change.at().map(desk.times()::exact).orElse("")
                    + (change.unsynced() ? ", not yet synced" : "");
        }
    }
}
