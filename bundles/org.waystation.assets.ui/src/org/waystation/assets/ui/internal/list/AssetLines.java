package org.waystation.assets.ui.internal.list;

import org.eclipse.swt.graphics.Rectangle;
import org.waystation.api.assets.AssetLife;
import org.waystation.api.assets.AssetRow;
import org.waystation.api.domain.AssetState;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.assets.ui.internal.LifeWords;
import org.waystation.shell.table.RowPaint;
import org.waystation.shell.table.RowState;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PillPainter;
import org.waystation.shell.widgets.Tint;

/** An asset in two lines: what it is and how it stands; below whose it is and what is due next. */
final class AssetLines implements RowPaint<AssetRow> {

    private static final int PADDING = 12;
    private static final int GAP = 8;
    private static final int TEXT = 36;
    private static final int DOT = 7;

    private final PillPainter pills = new PillPainter();
    private final Desk desk;

    AssetLines(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void paint(Brush brush, AssetRow row, Rectangle area, RowState state) {
        int right = area.x + area.width - PADDING;
        int text = area.x + TEXT;
        int first = area.y + 6;
        int second = area.y + 29;
        brush.icon("asset", Tone.DIM, area.x + PADDING, first + 2);

        String kind = row.asset().kind().label();
        int kindX = right - pills.width(brush, kind);
        pills.paint(brush, kind, Tint.NEUTRAL, kindX, first);
        int nameWidth = brush.text(
                row.asset().name(),
                TextStyle.BODY_STRONG,
                Tone.TEXT,
                new Rectangle(text, first, kindX - GAP - text, PillPainter.HEIGHT),
                Align.LEFT);
        int after = text + nameWidth + GAP;
        brush.text(
                row.make(),
                TextStyle.SMALL,
                Tone.DIM,
                new Rectangle(after, first, Math.max(0, kindX - GAP - after), PillPainter.HEIGHT),
                Align.LEFT);

        int end = right;
        if (row.unsynced()) {
            brush.disc(right - DOT, second + (PillPainter.HEIGHT - DOT) / 2, DOT, Tone.WARN_MARK);
            end -= DOT + GAP;
        }
        int dueWidth = due(brush, row, end, second);
        Rectangle whose = new Rectangle(text, second, end - dueWidth - GAP - text, PillPainter.HEIGHT);
        brush.text(whose(row), TextStyle.SMALL, Tone.DIM, whose, Align.LEFT);
    }

    private int due(Brush brush, AssetRow row, int end, int y) {
        String words = row.asset().state().equals(AssetState.IN_USE)
                ? AssetLife.of(row.asset(), desk.today())
                        .pressing()
                        .map(due -> LifeWords.of(due, desk.times()))
                        .orElse("")
                : row.asset().state().label();
        Tone tone = row.asset().state().equals(AssetState.IN_USE)
                ? AssetLife.of(row.asset(), desk.today())
                        .pressing()
                        .map(due -> LifeWords.tone(due.mark()))
                        .orElse(Tone.DIM)
                : Tone.DIM;
        int width = brush.width(words, TextStyle.SMALL);
        brush.text(words, TextStyle.SMALL, tone, new Rectangle(end - width, y, width, PillPainter.HEIGHT), Align.RIGHT);
        return width;
    }

    private static String whose(AssetRow row) {
        return row.siteName().isEmpty() ? row.companyName() : row.companyName() + " · " + row.siteName();
    }
}
