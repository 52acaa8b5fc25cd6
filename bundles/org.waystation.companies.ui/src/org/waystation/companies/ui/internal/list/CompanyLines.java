package org.waystation.companies.ui.internal.list;

import org.eclipse.swt.graphics.Rectangle;
import org.waystation.api.companies.CompanyRow;
import org.waystation.companies.ui.internal.AgreementTints;
import org.waystation.shell.table.RowPaint;
import org.waystation.shell.table.RowState;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PillPainter;

/** A company in two lines: its name and how it pays; below where it is, what is open and what is at risk. */
final class CompanyLines implements RowPaint<CompanyRow> {

    private static final int PADDING = 12;
    private static final int GAP = 8;
    private static final int TEXT = 36;
    private static final int DOT = 7;

    private final PillPainter pills = new PillPainter();

    @Override
    public void paint(Brush brush, CompanyRow row, Rectangle area, RowState state) {
        int right = area.x + area.width - PADDING;
        int text = area.x + TEXT;
        int first = area.y + 6;
        int second = area.y + 29;
        brush.icon("company", Tone.DIM, area.x + PADDING, first + 2);
        String agreement = AgreementTints.word(row.agreement());
        int pill = right - pills.width(brush, agreement);
        pills.paint(brush, agreement, AgreementTints.tint(row.agreement()), pill, first);
        int name = brush.text(
                row.company().name(),
                TextStyle.BODY_STRONG,
                Tone.TEXT,
                new Rectangle(text, first, pill - GAP - text, PillPainter.HEIGHT),
                Align.LEFT);
        if (row.unsynced()) {
            brush.disc(text + name + GAP, first + (PillPainter.HEIGHT - DOT) / 2, DOT, Tone.WARN_MARK);
        }
        int end = right;
        if (row.assetsAtRisk() > 0) {
            String risk = CompanyWords.risk(row);
            int width = brush.width(risk, TextStyle.SMALL);
            brush.text(
                    risk,
                    TextStyle.SMALL,
                    row.assetsOver() > 0 ? Tone.BAD : Tone.WARN,
                    new Rectangle(end - width, second, width, PillPainter.HEIGHT),
                    Align.RIGHT);
            end -= width + GAP;
        }
        String rest = CompanyWords.open(row)
                + (row.company().city().isEmpty() ? "" : " · " + row.company().city());
        brush.text(
                rest,
                TextStyle.SMALL,
                Tone.DIM,
                new Rectangle(text, second, end - text, PillPainter.HEIGHT),
                Align.LEFT);
    }
}
