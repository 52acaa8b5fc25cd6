package org.waystation.knowledge.ui.internal.versions;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.knowledge.ArticleView.Version;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** A version in the list: which one, who wrote it and when. */
final class VersionLine extends PaintedControl {

    private static final int HEIGHT = 46;
    private static final int PADDING = 12;

    private final Version version;
    private final String head;
    private final String foot;
    private final Runnable choose;
    private boolean chosen;

    VersionLine(Composite parent, Desk desk, Version version, Runnable choose) {
        super(parent, desk.look(), true, ACC.ROLE_LISTITEM);
        this.version = version;
        this.choose = choose;
        head = version.revision() == 0 ? "Not yet synced" : "Version " + version.revision();
        String who = version.authorName().isEmpty() ? "Somebody" : version.authorName();
        foot = who + version.at().map(at -> " · " + desk.times().moment(at)).orElse(" · on this machine");
        setToolTipText(version.at().map(desk.times()::exact).orElse(null));
    }

    Version version() {
        return version;
    }

    void choose(boolean newChosen) {
        if (newChosen != chosen) {
            chosen = newChosen;
            redraw();
        }
    }

    @Override
    protected void pressed(int x) {
        choose.run();
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        if (chosen || hovered()) {
            brush.fillRound(
                    new Rectangle(4, 1, area.width - 8, area.height - 2), 6, chosen ? Tone.SELECTION : Tone.HOVER);
        }
        if (ringed()) {
            brush.strokeRound(new Rectangle(4, 1, area.width - 8, area.height - 2), 6, 2, Tone.ACCENT);
        }
        int width = area.width - 2 * PADDING;
        brush.text(head, TextStyle.BODY_STRONG, Tone.TEXT, new Rectangle(PADDING, 5, width, 18), Align.LEFT);
        brush.text(foot, TextStyle.SMALL, Tone.DIM, new Rectangle(PADDING, 23, width, 18), Align.LEFT);
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(180, HEIGHT);
    }

    @Override
    protected String accessibleName() {
        return head + ", " + foot;
    }

    @Override
    protected int accessibleState() {
        return chosen ? ACC.STATE_SELECTED : ACC.STATE_NORMAL;
    }
}
